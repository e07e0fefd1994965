import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EMOTIONS, isEmotion } from '../../../emotion/emotion.ts';
import { type Failure, failure } from '../../../words/failure.ts';
import type { ImageRecord } from '../../dataset.ts';
import { isGroup } from '../../faces/face-set.ts';
import { isSplitName } from '../../split-name.ts';
import type { FolderContents, Layout } from '../layout.ts';
import { LeftOut } from '../left-out.ts';
import { checkedHeader, tableRows } from '../read-table.node.ts';

const LABELS = 'labels.csv';
const IMAGES = 'images.bin';
const SIDE_PX = 48;
const WHOLE = { xPx: 0, yPx: 0, widthPx: SIDE_PX, heightPx: SIDE_PX };
const VOTE_COLUMNS = EMOTIONS.map((emotion) => `v_${emotion}`);
const COLUMNS = ['file', 'file_index', 'emotion_plus', ...VOTE_COLUMNS, 'group', 'split', 'dup_group'];

/**
 * FER2013 without its duplicates, sorted into apparent children and apparent adults: `images.bin`, faces of 48 x 48
 * grey pixels one after the other, and `labels.csv`, which gives each image at `file_index`
 * - the emotion that most annotators of FER+ saw (`emotion_plus`), whatever column is asked for;
 * - the votes of FER+ for the seven emotions; those for contempt, "unknown" and "no face" are not counted;
 * - its split, which is kept, and the group of its near-duplicates, which is its subject: who is who is not known, but
 *   no photograph is in two splits.
 *
 * Apparent ages are a net's guess and are no ages here. Rows without a majority, and those whose apparent age is
 * unsure, are left out and counted.
 *
 * Sources: Goodfellow et al. 2013, arXiv:1307.0414 (images); Barsoum et al. 2016, arXiv:1608.01041 (votes).
 */
export const ferAge: Layout = {
  name: 'fer-age',
  description: {
    shows: 'photographs of children from the web',
    realChildren: true,
    licence: 'none: the photographs belong to unknown owners and must not be passed on',
  },
  recognises: (dir) => [LABELS, IMAGES].every((name) => existsSync(join(dir, name))),
  read: readFerAge,
};

async function readFerAge(dir: string): Promise<FolderContents> {
  const images = Math.floor(statSync(join(dir, IMAGES)).size / SIDE_PX ** 2);
  const records: ImageRecord[] = [];
  const leftOut = new LeftOut(dir, LABELS);
  const rows = tableRows(dir, LABELS, {
    columns: (header) => checkedHeader(header, dir, LABELS, COLUMNS),
    onSkip: ({ code }) => leftOut.add(failure('leftOut.no-table-row', { code })),
  });
  for await (const { record, info } of rows) {
    const read = recordOf(record, images);
    if ('reason' in read) leftOut.add(read);
    else records.push({ dir, row: info.lines, ...read });
  }
  return { records, problems: leftOut.problems(), subjectsKnown: false };
}

/** @returns The image, or why it is left out: the same for all that are left out for that. */
function recordOf(row: Record<string, string>, images: number): Omit<ImageRecord, 'dir' | 'row'> | Failure {
  const { file = '', group = '', split = '', emotion_plus: emotion = '', dup_group: duplicates = '' } = row;
  if (!isGroup(group)) return failure('leftOut.apparent-group', { found: group });
  if (emotion === '') return failure('leftOut.votes-no-majority');
  if (!isEmotion(emotion)) {
    return failure('leftOut.emotion-unknown', { found: emotion, emotions: EMOTIONS.join(', ') });
  }
  if (!isSplitName(split)) return failure('leftOut.split-unknown', { found: split });
  if (duplicates === '') return failure('leftOut.duplicates-missing');
  const index = Number(row.file_index || Number.NaN);
  if (file !== IMAGES || !Number.isInteger(index) || index < 0 || index >= images) {
    return failure('leftOut.index-outside', { images, file: IMAGES });
  }
  const votes = VOTE_COLUMNS.map((column) => Number(row[column]));
  const sum = votes.reduce((total, each) => total + each, 0);
  if (!votes.every((each) => each >= 0) || !(sum > 0)) return failure('leftOut.votes-no-counts');
  return {
    path: `${IMAGES}#${index}`,
    source: { kind: 'packed', file: IMAGES, offset: index * SIDE_PX ** 2, widthPx: SIDE_PX, heightPx: SIDE_PX },
    subject: `fer-age/${duplicates}`,
    group,
    ageYears: null,
    emotion,
    votes: votes.map((each) => each / sum),
    split,
    box: WHOLE,
  };
}
