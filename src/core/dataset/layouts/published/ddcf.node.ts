import { basename } from 'node:path';
import { type Failure, failure } from '../../../words/failure.ts';
import { emotionsInPath } from '../emotion-words.ts';
import { hasImageNamed } from '../image-files.node.ts';
import type { Layout } from '../layout.ts';
import { type Named, readByName } from '../read-by-name.node.ts';

/** A model, sex and number, as a word of its own: F01, M_23. */
const MODEL = /(?:^|[^A-Za-z0-9])([FM])[-_ ]?(\d{1,2})(?![A-Za-z0-9])/i;

/**
 * DDCF, the Dartmouth Database of Children's Faces: 40 girls and 40 boys of 6 to 16 years, eight expressions, five
 * cameras, two kinds of light.
 *
 * The set is sent out by its authors and no public source quotes its file names. So nothing is taken from their form:
 * an image counts when its path, folders included, names one model (F01 to M40, as a word of its own) and exactly one
 * expression. "Content", a smile without teeth, is rated apart from "happy" by the authors and is left out. Views from
 * the side in which no face can be made out are named when the images are opened. To be sure, write a manifest.
 *
 * Recognised by a folder that is called after it ("DDCF", "Dartmouth").
 *
 * Source: Dalrymple, Gomez and Duchaine 2013, doi:10.1371/journal.pone.0079131.
 */
export const ddcf: Layout = {
  name: 'ddcf',
  description: {
    shows: "posed photographs of children (Dartmouth Database of Children's Faces)",
    realChildren: true,
    licence: 'as agreed with its authors: for research',
  },
  recognises: (dir) => /ddcf|dartmouth/i.test(basename(dir)) && hasImageNamed(dir, MODEL),
  read: async (dir) => readByName(dir, meaningOf),
};

function meaningOf(path: string): Named | Failure {
  const [, sex, number] = MODEL.exec(path) ?? [];
  if (!sex || !number) return failure('leftOut.model-missing', { example: 'F01' });
  if (/content/i.test(path)) return failure('leftOut.expression-content');
  const [emotion, ...more] = emotionsInPath(path);
  if (!emotion) return failure('leftOut.expression-missing');
  if (more.length > 0) return failure('leftOut.expressions-many', { found: [emotion, ...more] });
  return { subject: `ddcf/${sex.toUpperCase()}${number.padStart(2, '0')}`, emotion };
}
