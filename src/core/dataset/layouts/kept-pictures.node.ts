import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isEmotion } from '../../emotion/emotion.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { CROP_PX, isGroup } from '../faces/face-set.ts';
import { COLUMNS, CROPS, LABELS } from '../kept-pictures-folder.node.ts';
import { openedLength } from '../laid-out/laid-out.node.ts';
import { nobodysSubject } from '../nobodys-subject.node.ts';
import type { SplitName } from '../split-name.ts';
import type { FolderContents, Layout } from './layout.ts';
import { noEmotion } from './manifest-row.ts';
import { checkedHeader, tableRows } from './read-table.node.ts';

const CROP_BYTES = CROP_PX * CROP_PX;

/**
 * Pictures that sessions kept, written out of the store for one training: `kept-pictures.bin`, crops one after the other, and
 * `kept-pictures.csv`, whose row n says of crop n whose it is, the age then, and what people say it shows. Faces of images that lie
 * sealed go the same way, and say whom they show and where they came from as well.
 */
export const keptPictures: Layout = {
  name: 'kept pictures',
  description: null,
  recognises: (dir) => [LABELS, CROPS].every((name) => existsSync(join(dir, name))),
  read: readKeptPictures,
};

async function readKeptPictures(dir: string): Promise<FolderContents> {
  const crops = Math.floor((await openedLength(join(dir, CROPS))) / CROP_BYTES);
  let subjectsKnown = true;
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const leaveOut = (row: number, why: Failure) => problems.push({ dir, row, path: LABELS, why });
  const rows = tableRows(dir, LABELS, {
    columns: (header) => checkedHeader(header, dir, LABELS, COLUMNS),
    onSkip: (error) => leaveOut(Number(error.lines), failure('leftOut.no-table-row', { code: error.code })),
  });
  for await (const { record, info } of rows) {
    const index = info.lines - 2;
    subjectsKnown &&= record.subject !== '';
    const { subject = '', age = '', emotion = '', group = '', split = '', path = '', votes = '' } = record;
    if (index >= crops) leaveOut(info.lines, failure('leftOut.picture-missing', { index, file: CROPS, held: crops }));
    else if (!isEmotion(emotion)) leaveOut(info.lines, noEmotion(emotion, 'emotion'));
    else {
      records.push({
        dir,
        path: path || `${CROPS}#${index}`,
        row: info.lines,
        // Two images of nobody known are of two people, as far as anybody can tell.
        subject: subject || nobodysSubject(dir, path),
        group: isGroup(group) ? group : 'child',
        ageYears: age === '' ? null : Number(age),
        emotion,
        source: { kind: 'crop', file: CROPS, offset: index * CROP_BYTES, widthPx: CROP_PX, heightPx: CROP_PX },
        votes: votes === '' ? null : votes.split(' ').map(Number),
        split: isSplit(split) ? split : null,
        box: null,
      });
    }
  }
  return { records, problems, subjectsKnown };
}

function isSplit(text: string): text is SplitName {
  return ['train', 'val', 'test'].includes(text);
}
