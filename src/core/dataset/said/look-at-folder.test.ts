import { expect, it } from 'vitest';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import { lookAtFolder } from './look-at-folder.node.ts';

it('asks for all of a bare folder, and of a manifest only for the columns that it lacks', async () => {
  using bare = temporaryDataset({ 'a.jpg': '', 'more/b.png': '', 'notes.txt': 'x' });
  expect(await lookAtFolder(bare.dir)).toEqual({
    layout: null,
    paths: ['a.jpg', 'more/b.png'],
    images: 2,
    description: null,
    open: { group: true, subject: true, emotion: true, description: true },
  });
  using tabled = temporaryDataset({
    'manifest.csv': 'Path;SUBJECT\na.jpg;c1\n',
    'dataset.yaml': 'shows: photographs\nrealChildren: true\n',
    'a.jpg': '',
  });
  expect(await lookAtFolder(tabled.dir)).toMatchObject({
    layout: 'manifest',
    description: { shows: 'photographs', realChildren: true },
    open: { group: true, subject: false, emotion: true, description: false },
  });
  using folders = temporaryDataset({ 'fear/a.jpg': '' });
  expect(await lookAtFolder(folders.dir)).toMatchObject({ layout: 'folders', open: { emotion: true } });
});

it('refuses what cannot be read, by its name', async () => {
  await expect(lookAtFolder('/nowhere')).rejects.toMatchObject({ reason: 'dataset.no-folder' });
  using workbook = temporaryDataset({ 'manifest.csv': Buffer.from('PK\u0003\u0004workbook') });
  await expect(lookAtFolder(workbook.dir)).rejects.toMatchObject({ reason: 'dataset.table-workbook' });
});
