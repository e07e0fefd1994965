import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '../door.ts';
import { MADE, WHO } from '../made-site.ts';
import { commanded } from '../said.ts';
import { pick, spoilBytes } from '../spoil.ts';

/** Backups that were spoilt on their way: nothing is left of one that was refused. */
const backups: Door = {
  inputs: 12,
  turns: 8,
  async open({ made, out }) {
    process.env.FACEWARD_PASSWORD = WHO.password;
    const good = readFileSync(join(made, MADE.backup));
    const [file, to] = [join(out, 'spoilt.faceward-backup'), join(out, 'restored')];
    return {
      async attack(random) {
        const head = Math.min(good.length, pick([200, 4000, good.length], random));
        const spoilt = spoilBytes(good.subarray(0, head), random);
        writeFileSync(file, Buffer.concat([spoilt, good.subarray(head)]));
        const ended = await commanded(['restore', file, '--to', to]);
        if (ended.end === 'refused' && existsSync(to)) {
          throw new Error(`refused, and ${readdirSync(to).length} things are left of it: ${ended.said.join(' ')}`);
        }
        rmSync(to, { recursive: true, force: true });
        return ended;
      },
      close: async () => [],
    };
  },
};

export default backups;
