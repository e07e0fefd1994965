import { basename } from 'node:path';
import { type Failure, failure } from '../../../words/failure.ts';
import type { DatasetProblem } from '../../dataset.ts';
import { emotionsInPath } from '../emotion-words.ts';
import { filesBelow, hasImageNamed } from '../image-files.node.ts';
import type { FolderContents, Layout } from '../layout.ts';
import { type Named, readByName } from '../read-by-name.node.ts';

const CLIP = /\.(mp4|avi|mov|mkv|wmv|mpe?g)$/i;
/** One of the twelve children as a word of its own: S1, Subject_07, child 12. */
const CHILD = /(?:^|[^A-Za-z0-9])(?:S|Subject|Child)[-_ ]?0?(\d{1,2})(?![A-Za-z0-9])/i;

/**
 * LIRIS-CSE: 208 clips of 12 children of 6 to 12 years who watch films, six spontaneous expressions.
 *
 * Clips are not opened: cut them into frames first, into folders that keep the clips' names, as in
 * `ffmpeg -i S1_happy_1.mp4 -vf fps=2 S1_happy_1/%03d.jpg`. No public source quotes the names of the clips, so nothing
 * is taken from their form: a frame counts when its path, folders included, names one child (S1 to S12, as a word of
 * its own) and exactly one expression. Clips that show two are left out. The frames of a clip resemble each other and
 * begin and end neutral: a few a clip are worth as much as all. Ages are not in the names.
 *
 * Recognised by a folder that is called after it.
 *
 * Source: Khan et al. 2019, arXiv:1812.01555.
 */
export const lirisCse: Layout = {
  name: 'liris-cse',
  description: {
    shows: 'frames of children who watch films (LIRIS-CSE)',
    realChildren: true,
    licence: 'as agreed with its authors: for research',
  },
  recognises: (dir) =>
    /liris/i.test(basename(dir)) && (hasImageNamed(dir, CHILD) || filesBelow(dir).some((path) => CLIP.test(path))),
  read: async (dir) => readLirisCse(dir),
};

function readLirisCse(dir: string): FolderContents {
  const contents = readByName(dir, meaningOf);
  const clips = [...filesBelow(dir)].filter((path) => CLIP.test(path));
  if (clips.length === 0) return contents;
  const why = failure('leftOut.clips', { count: clips.length });
  const problem: DatasetProblem = { dir, row: null, path: clips[0]!, why };
  return { ...contents, problems: [problem, ...contents.problems] };
}

function meaningOf(path: string): Named | Failure {
  const [, child] = CHILD.exec(path) ?? [];
  if (!child) return failure('leftOut.child-missing', { example: 'S1' });
  const [emotion, ...more] = emotionsInPath(path);
  if (!emotion) return failure('leftOut.expression-missing');
  if (more.length > 0) return failure('leftOut.expressions-many', { found: [emotion, ...more] });
  return { subject: `liris-cse/S${Number(child)}`, emotion };
}
