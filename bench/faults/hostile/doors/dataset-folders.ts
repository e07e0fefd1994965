import { spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../../src/core/training/views/random.ts';
import type { Door } from '../door.ts';
import { commanded } from '../said.ts';
import { ODD_TEXTS, pick, spoilBytes } from '../spoil.ts';

/** Names that a file may have on this system, and that ask for more than a name does. */
const ODD_NAMES = ODD_TEXTS.filter(
  (text) => !/[/\0\ud800]/.test(text) && !['', '.', '..'].includes(text) && text.length <= 250,
);

/** Folders of images with links, pipes, odd names and spoilt images in them, looked at by `dataset check`. */
const datasetFolders: Door = {
  inputs: 6,
  turns: 5,
  async open({ made, out }) {
    return {
      async attack(random) {
        const dir = join(out, 'folder');
        rmSync(dir, { recursive: true, force: true });
        const faces = join(dir, 'child', 'anger');
        mkdirSync(faces, { recursive: true });
        for (const name of ['anger_1', 'anger_2']) {
          cpSync(join(made, `faces/child/c003/${name}.jpg`), join(faces, `${name}.jpg`));
        }
        for (let left = 1 + random.integer(3); left > 0; left -= 1) addOdd(dir, faces, random);
        return await commanded(['dataset', 'check', dir, '--group', 'child', '--data', join(out, 'data')]);
      },
      close: async () => [],
    };
  },
};

/** What may stand where an image or a list is looked for. */
const ODD_ENTRIES: readonly ((path: string, faces: string, random: Random) => void)[] = [
  (path, _, random) => symlinkSync(pick(['.', '..', '../../../..', 'nothing', path, '/dev/null'], random), path),
  // Reading it would wait for somebody who writes. Where a system has none, nothing is made.
  (path) => spawnSync('mkfifo', ['--', path]),
  (path) => mkdirSync(path),
  (path) => writeFileSync(path, ''),
  (path, faces) => linkSync(join(faces, 'anger_1.jpg'), path),
  (path) => writeFileSync(path, 'x', { mode: 0 }),
  // Folders in folders, nearly as deep as paths may be long.
  (path, _, random) => mkdirSync(join(path, ...Array<string>(random.integer(300)).fill('d')), { recursive: true }),
  (path, _, random) =>
    writeFileSync(path, spoilBytes(Buffer.from('path,subject,group\nchild/a.jpg,a,child\n'), random)),
];

function addOdd(dir: string, faces: string, random: Random): void {
  const name = pick([...ODD_NAMES.map((each) => `${each}.jpg`), 'manifest.csv', 'dataset.yaml', 'fer2013.csv'], random);
  const path = join(random.uniform() < 0.5 ? dir : faces, name);
  rmSync(path, { recursive: true, force: true });
  pick(ODD_ENTRIES, random)(path, faces, random);
}

export default datasetFolders;
