import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Emotion } from '../../../emotion/emotion.ts';
import { type Failure, failure } from '../../../words/failure.ts';
import { DatasetError, type ImageRecord } from '../../dataset.ts';
import { fileFault } from '../../file-fault.node.ts';
import { readOpenedSync } from '../../laid-out/laid-out.node.ts';
import { groupNeeded } from '../group-needed.ts';
import { filesBelow } from '../image-files.node.ts';
import type { FolderContents, Layout, LayoutOptions } from '../layout.ts';
import { LeftOut } from '../left-out.ts';

/** What the annotations' numbers mean; 7 is contempt. */
const EXPRESSIONS: readonly (Emotion | null)[] = [
  ...(['neutral', 'happiness', 'sadness', 'surprise', 'fear', 'disgust', 'anger'] as const),
  null,
];
/** Its validation set is what everybody reports on: nothing of it may train. Its test set was never given out. */
const SETS = [
  { folder: 'train_set', split: null },
  { folder: 'val_set', split: 'test' },
] as const;
const IMAGE = /^(\d+)\.(jpe?g|png)$/i;

/**
 * AffectNet, photographs from the web, as its authors have given it out since 2021: `train_set/images/0.jpg` with
 * `train_set/annotations/0_exp.npy`, and `val_set` alike.
 *
 * No ages: the group of all images must be said. Nobody is named: each image is its own subject. The validation set is
 * the test here; the training set is divided as usual. Contempt is left out and counted. The form is that which public
 * code reads; the earlier form, with training.csv, is not read.
 *
 * Source: Mollahosseini, Hasani and Mahoor 2017, arXiv:1708.03985.
 */
export const affectNet: Layout = {
  name: 'affectnet',
  tellsGroups: false,
  description: {
    shows: 'photographs from the web (AffectNet)',
    realChildren: true,
    licence: 'as agreed with its authors: for research, not to be passed on',
  },
  recognises: (dir) =>
    SETS.some(({ folder }) => ['images', 'annotations'].every((name) => existsSync(join(dir, folder, name)))),
  read: readAffectNet,
};

async function readAffectNet(dir: string, { group }: LayoutOptions): Promise<FolderContents> {
  if (group === null) throw groupNeeded('AffectNet', dir);
  const records: ImageRecord[] = [];
  const leftOut = new LeftOut(dir, 'annotations');
  for (const { folder, split } of SETS.filter((set) => existsSync(join(dir, set.folder, 'images')))) {
    for (const name of filesBelow(join(dir, folder, 'images'))) {
      const [, id] = IMAGE.exec(name) ?? [];
      if (!id) continue;
      const path = `${folder}/images/${name}`;
      const emotion = expressionOf(dir, `${folder}/annotations/${id}_exp.npy`);
      if (!isEmotionOrNull(emotion)) leftOut.add(emotion);
      else if (emotion === null) leftOut.add(failure('leftOut.contempt'));
      else {
        records.push({
          dir,
          path,
          row: null,
          source: { kind: 'file' },
          subject: `affectnet/${folder}/${id}`,
          group,
          emotion,
          ageYears: null,
          votes: null,
          split,
          box: null,
        });
      }
    }
  }
  if (records.length === 0) throw new DatasetError(failure('dataset.no-annotations', { dir }));
  return { records, problems: leftOut.problems(), subjectsKnown: false };
}

function isEmotionOrNull(found: Emotion | null | Failure): found is Emotion | null {
  return found === null || typeof found === 'string';
}

/** @returns The emotion, null for contempt, or why there is none. */
function expressionOf(dir: string, path: string): Emotion | null | Failure {
  if (fileFault(dir, path)) return failure('leftOut.annotation-missing');
  const value = readNpyValue(readOpenedSync(join(dir, path)));
  const known = value !== null && value in EXPRESSIONS;
  return known ? EXPRESSIONS[value]! : failure('leftOut.annotation-number');
}

/**
 * The one whole number of a NumPy file, as text or as an integer; null for anything else.
 *
 * Format: magic, version, length of the header, the header as a Python dictionary, the data.
 */
function readNpyValue(bytes: Buffer): number | null {
  if (bytes.length < 10 || bytes.toString('latin1', 1, 6) !== 'NUMPY') return null;
  const start = 10 + bytes.readUInt16LE(8);
  const [, kind, size] = /'descr': *'[<|=]([Uiu])(\d+)'/.exec(bytes.toString('latin1', 10, start)) ?? [];
  const data = bytes.subarray(start);
  // Text is stored as 4 bytes a letter, of which digits use the first.
  const text = kind === 'U' ? data.toString('utf16le').replaceAll('\0', '') : '';
  if (kind === 'U') return /^\d+$/.test(text) ? Number(text) : null;
  const width = Number(size);
  return kind && width <= 6 && data.length >= width
    ? data.readUIntLE(0, width)
    : kind && width === 8 && data.length >= 8
      ? Number(data.readBigInt64LE(0))
      : null;
}
