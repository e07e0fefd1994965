import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '../door.ts';
import { WHO } from '../made-site.ts';
import { commanded } from '../said.ts';
import { ODD_TEXTS, pick, spoilText } from '../spoil.ts';

const RECORD = 'faceward-export.txt';

/** Folders that an export goes on in, whose record, reports and folders are not what the program left there. */
const exportFolders: Door = {
  inputs: 5,
  turns: 6,
  async open({ site, out }) {
    process.env.FACEWARD_PASSWORD = WHO.password;
    const dir = join(out, 'export');
    const beside = join(out, 'beside');
    mkdirSync(beside);
    let record = '';
    return {
      async attack(random) {
        const format = pick(['json', 'csv', 'bids'], random);
        const args = ['export', '--data', site, '--out', dir, '--format', format, '--again'];
        if (record === '') {
          const first = await commanded(args);
          record = readFileSync(join(dir, RECORD), 'utf8');
          return first;
        }
        rmSync(dir, { recursive: true, force: true });
        mkdirSync(dir);
        const [digest] = record.split('\t');
        const path = pick([...ODD_TEXTS, '../beside/x', `${format}/../../beside/x`, beside, `${format}`], random);
        writeFileSync(join(dir, RECORD), random.uniform() < 0.5 ? `${digest}\t${path}\n` : spoilText(record, random));
        if (random.uniform() < 0.3) symlinkSync(pick([beside, '..', 'nothing'], random), join(dir, format));
        if (random.uniform() < 0.2 && !existsSync(join(dir, format))) writeFileSync(join(dir, format), '');
        const ended = await commanded(args);
        const found = readdirSync(beside);
        if (found.length > 0) throw new Error(`written outside of the export: ${found.join(', ')}`);
        return ended;
      },
      close: async () => [],
    };
  },
};

export default exportFolders;
