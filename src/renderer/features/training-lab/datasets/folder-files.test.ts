import { expect, it } from 'vitest';
import { chosenFolder, type FolderFile, filesOfEntry } from './folder-files.ts';

const file = (path: string, size = 10): FolderFile => ({ path, file: { size } as File });

it('sends images and what says what they show, by their paths in the folder', () => {
  const folder = chosenFolder([
    file('faces/manifest.csv', 5),
    file('faces/child/fear/a.JPG'),
    file('faces/child/notes.docx'),
    file('faces/.DS_Store'),
    file('faces/__MACOSX/a.jpg'),
    file('faces/.hidden/a.jpg'),
  ]);
  expect(folder).toMatchObject({ name: 'faces', bytes: 15, passedOver: 4 });
  expect(folder?.files.map(({ path }) => path)).toEqual(['manifest.csv', 'child/fear/a.JPG']);
  expect(chosenFolder([])).toBeNull();
});

/** Entries as Chromium gives them: a hundred at a time, then none. */
function entry(path: string, children?: FileSystemEntry[]): FileSystemEntry {
  const left = [...(children ?? [])];
  return {
    isFile: children === undefined,
    fullPath: `/${path}`,
    file: (done: (file: object) => void) => done({ size: 1 }),
    createReader: () => ({ readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 100)) }),
  } as never;
}

it('reads a dropped folder to its end, and those below it', async () => {
  const images = Array.from({ length: 250 }, (_, index) => entry(`faces/fear/${index}.jpg`));
  const files = await filesOfEntry(entry('faces', [entry('faces/empty', []), entry('faces/fear', images)]));
  expect(files).toHaveLength(250);
  expect(chosenFolder(files)?.files.at(-1)?.path).toBe('fear/249.jpg');
});
