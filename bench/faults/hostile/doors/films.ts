import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolders } from '../../../../src/hosts/shared/project-folders.ts';
import type { Door } from '../door.ts';
import { commanded } from '../said.ts';
import { pick, spoilBytes } from '../spoil.ts';

/** The demo clip and a film as a phone records it, spoilt: mostly in what describes the pictures, which stands at an end of the file. */
const films: Door = {
  inputs: 6,
  turns: 2,
  boundMs: 150_000,
  async open({ out }) {
    const { root, resources } = projectFolders();
    const good = [
      readFileSync(join(resources, 'demo-clip/child-session.mp4')),
      readFileSync(join(root, 'src/core/recording/testing/clip-10-bit.mp4')),
    ];
    return {
      async attack(random) {
        const film = pick(good, random);
        const part = Math.min(film.length, pick([200, 20_000, 200_000], random));
        const bytes =
          random.uniform() < 0.5
            ? [spoilBytes(film.subarray(0, part), random), film.subarray(part)]
            : [film.subarray(0, -part), spoilBytes(film.subarray(-part), random)];
        const [file, csv] = [join(out, 'film.mp4'), join(out, 'film.csv')];
        writeFileSync(file, Buffer.concat(bytes));
        rmSync(csv, { force: true });
        return await commanded(['read', file, '--csv', csv, '--to', '0.4']);
      },
      close: async () => [],
    };
  },
};

export default films;
