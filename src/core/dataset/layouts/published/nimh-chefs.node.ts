import type { Emotion } from '../../../emotion/emotion.ts';
import { type Failure, failure } from '../../../words/failure.ts';
import { hasImageNamed } from '../image-files.node.ts';
import type { Layout } from '../layout.ts';
import { type Named, readByName } from '../read-by-name.node.ts';

/** Model: sex and number. Then a letter each for expression and gaze, and the camera's number. */
const NAME = /(?:^|\/)([FM]\d{1,2})([A-Z])[A-Z]_?\d+[^/]*\.(?:jpe?g|png|bmp|tiff?)$/i;

const EXPRESSIONS: Readonly<Record<string, Emotion>> = {
  A: 'anger',
  F: 'fear',
  H: 'happiness',
  N: 'neutral',
  S: 'sadness',
};

/**
 * NIMH-ChEFS, the Child Emotional Faces Picture Set: 482 photographs of children of 10 to 17 years, five expressions,
 * looking straight or aside.
 *
 * Names: `M10HS_6767.jpg` is boy 10, happy, looking straight. Lists of such names for happy, sad and neutral are public
 * with studies that use the set. Not certain: that A and F stand for angry and fearful, as their first letters
 * suggest, and the letter for averted gaze; any letter is read there. Ages are not in the names.
 *
 * Source: Egger et al. 2011, doi:10.1002/mpr.343.
 */
export const nimhChefs: Layout = {
  name: 'nimh-chefs',
  description: {
    shows: 'posed photographs of children of 10 to 17 years (NIMH-ChEFS)',
    realChildren: true,
    licence: 'as agreed with its owners: for research',
  },
  recognises: (dir) => hasImageNamed(dir, NAME),
  read: async (dir) => readByName(dir, meaningOf),
};

function meaningOf(path: string): Named | Failure {
  const [, model, letter] = NAME.exec(path) ?? [];
  if (!model || !letter) return failure('leftOut.name-form', { example: 'M10HS_6767.jpg' });
  const emotion = EXPRESSIONS[letter.toUpperCase()];
  return emotion
    ? { subject: `nimh-chefs/${model.toUpperCase()}`, emotion }
    : failure('leftOut.letter-unknown', { found: letter, known: Object.keys(EXPRESSIONS).join(', ') });
}
