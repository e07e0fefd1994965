import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseAll } from 'csv-parse/sync';
import { EMOTIONS, type Emotion } from '../../../emotion/emotion.ts';
import { type Failure, failure } from '../../../words/failure.ts';
import { DatasetError, type ImageRecord } from '../../dataset.ts';
import { readOpened } from '../../laid-out/laid-out.node.ts';
import type { SplitName } from '../../split-name.ts';
import { groupNeeded } from '../group-needed.ts';
import type { FolderContents, Layout, LayoutOptions } from '../layout.ts';
import { LeftOut } from '../left-out.ts';
import { checkedHeader, tableRows } from '../read-table.node.ts';

const IMAGES = 'fer2013.csv';
const VOTES = 'fer2013new.csv';
const COLUMNS = ['emotion', 'pixels', 'Usage'];
const OTHER_VOTES = ['contempt', 'unknown', 'NF'];
const SIDE_PX = 48;
/** A line's end may have been counted or not. */
const LINE_END_BYTES = 2;

/** What the numbers in column "emotion" mean. */
const LABELS: readonly Emotion[] = ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'];
const SPLIT_OF: Readonly<Record<string, SplitName>> = { Training: 'train', PublicTest: 'val', PrivateTest: 'test' };

/**
 * FER2013, 35,887 photographs of 48 x 48 grey pixels from the web: `fer2013.csv` (emotion, pixels, Usage), as it was
 * given out for its competition, and, where it lies beside it, `fer2013new.csv` of FER+, whose rows are in the same
 * order.
 *
 * With FER+ the emotion is the one with most votes, and the votes are kept; a draw, and a majority for contempt,
 * unknown or no face, is left out and counted. Without FER+ it is FER2013's own label, of which about a third differ.
 * Usage is kept as the split: Training, PublicTest as val, PrivateTest as test; many photographs are in two of them.
 * No ages: the group of all images must be said. Nobody is named: each image is its own subject.
 *
 * Sources: Goodfellow et al. 2013, arXiv:1307.0414; Barsoum et al. 2016, arXiv:1608.01041, github.com/microsoft/FERPlus.
 */
export const fer2013: Layout = {
  name: 'fer2013',
  tellsGroups: false,
  description: {
    shows: 'photographs from the web (FER2013)',
    realChildren: true,
    licence: 'none: the photographs belong to unknown owners and must not be passed on',
  },
  recognises: (dir) => existsSync(join(dir, IMAGES)),
  read: readFer2013,
};

async function readFer2013(dir: string, { group }: LayoutOptions): Promise<FolderContents> {
  if (group === null) throw groupNeeded('FER2013', dir);
  const votes = await readVotes(dir);
  const records: ImageRecord[] = [];
  const leftOut = new LeftOut(dir, IMAGES);
  const table = tableRows(dir, IMAGES, {
    columns: (header) => checkedHeader(header, dir, IMAGES, COLUMNS),
    raw: true,
    onSkip: ({ code }) => leftOut.add(failure('leftOut.no-table-row', { code })),
  });
  let rows = 0;
  for await (const { record, info, raw } of table) {
    const label = votes ? labelByVotes(votes[rows]) : labelByNumber(record.emotion ?? '');
    const split = SPLIT_OF[record.Usage ?? ''];
    rows += 1;
    if ('reason' in label) leftOut.add(label);
    else if (!split) leftOut.add(failure('leftOut.usage', { found: record.Usage ?? '' }));
    else {
      const offset = Math.max(0, info.bytes - raw.length - LINE_END_BYTES);
      records.push({
        dir,
        path: `${IMAGES}#${rows - 1}`,
        row: info.lines,
        subject: `fer2013/${rows - 1}`,
        group,
        split,
        source: {
          kind: 'text',
          file: IMAGES,
          offset,
          bytes: info.bytes - offset,
          widthPx: SIDE_PX,
          heightPx: SIDE_PX,
        },
        ...label,
        ageYears: null,
        box: { xPx: 0, yPx: 0, widthPx: SIDE_PX, heightPx: SIDE_PX },
      });
    }
  }
  if (votes && votes.length !== rows) {
    const counts = { votes: VOTES, images: IMAGES, wanted: rows, found: votes.length };
    throw new DatasetError(failure('dataset.rows-differ', counts));
  }
  return { records, problems: leftOut.problems(), subjectsKnown: false };
}

type Label = Pick<ImageRecord, 'emotion' | 'votes'>;

function labelByNumber(text: string): Label | Failure {
  const emotion = /^\d$/.test(text) ? LABELS[Number(text)] : undefined;
  return emotion ? { emotion, votes: null } : failure('leftOut.label-number', { found: text, most: LABELS.length - 1 });
}

/** @returns The emotion that is ahead of all others, or why there is none. */
function labelByVotes(row: Record<string, string> | undefined): Label | Failure {
  const counts = EMOTIONS.map((emotion) => Number(row?.[emotion] || Number.NaN));
  const others = OTHER_VOTES.map((column) => Number(row?.[column] || Number.NaN));
  if (![...counts, ...others].every((count) => count >= 0)) return failure('leftOut.votes-missing');
  const most = Math.max(...counts, ...others);
  const ahead = [...counts, ...others].filter((count) => count === most).length;
  const emotion = EMOTIONS[counts.indexOf(most)];
  if (!emotion || ahead > 1 || most === 0) return failure('leftOut.votes-drawn');
  const sum = counts.reduce((total, count) => total + count, 0);
  return { emotion, votes: counts.map((count) => count / sum) };
}

/** @returns The rows of FER+, null where it is not there. */
async function readVotes(dir: string): Promise<Record<string, string>[] | null> {
  const file = join(dir, VOTES);
  if (!existsSync(file)) return null;
  const columns = (header: string[]) => checkedHeader(header, dir, VOTES, [...EMOTIONS, ...OTHER_VOTES]);
  return parseAll(await readOpened(file), { bom: true, columns, skip_empty_lines: true });
}
