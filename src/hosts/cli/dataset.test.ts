import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';
import { writeTinyDataset } from './testing/tiny-dataset.ts';

const SLOW = 120_000;

let dir: string;
let sound: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-check-'));
  sound = join(dir, 'sound');
  await writeTinyDataset(sound, { children: 4, adults: 2 });
}, SLOW);

afterAll(() => rm(dir, { recursive: true, force: true }));

describe('faceward dataset check', () => {
  it(
    'counts a sound dataset, and says which figures it cannot give',
    async () => {
      const { code, stdout, stderr } = await runHere(['dataset', 'check', sound, '--no-cache']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^sound: \d+ images of 4 children and 2 adults, 14 to 14 each \(median 14\)/);
      expect(stdout).toMatch(/^child +8 +8 +8 +8 +8 +8 +8 +56$/m);
      expect(stdout).toMatch(
        /^Mind +No figure can be given for anger \(8 child images, about 2 of them in a test of a quarter\)/m,
      );
      expect(stdout).not.toContain('WRONG');
    },
    SLOW,
  );

  it(
    'names what was broken on purpose, finds the copy, and fails where training would be wrong',
    async () => {
      const broken = join(dir, 'broken');
      await writeTinyDataset(broken, { children: 4, adults: 2 }, ([first, second, ...rest]) => [
        { ...first!, path: 'child/copy.jpg', subject: 'stranger' },
        { ...second!, emotion: 'boredom' },
        ...rest,
        { ...rest.at(-1)!, path: rest[0]!.path!.replace('_1', '_9'), subject: rest[0]!.subject! },
      ]);
      const rows = (await readFile(join(broken, 'manifest.csv'), 'utf8')).trim().split('\n');
      const pathOf = (row: number) => join(broken, rows[row - 1]!.split(',')[0]!);
      await copyFile(pathOf(20), join(broken, 'child/copy.jpg'));
      await copyFile(pathOf(30), pathOf(rows.length));
      await writeFile(pathOf(5), 'no image');
      await rm(pathOf(7));

      const { code, stdout, stderr } = await runHere(['dataset', 'check', broken, '--no-cache', '--json']);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      const found = documents(stdout)[0] as Record<string, never> & { unusable: { row: number; reason: string }[] };
      expect(found.unusable.map(({ row, reason }) => [row, reason])).toEqual([
        [3, expect.stringContaining('found "boredom"')],
        [7, 'there is no such file'],
        [rows.length, expect.stringContaining('is adult here and child in an earlier row')],
        [5, expect.stringContaining('cannot be decoded')],
      ]);
      expect(found).toMatchObject({
        duplicates: {
          withinSubjects: [],
          acrossSubjects: [{ subjects: ['stranger', expect.any(String)] }],
          tiedSubjects: 2,
        },
        findings: expect.arrayContaining([{ kind: 'error', text: expect.stringContaining('a child in one row') }]),
      });
    },
    SLOW,
  );

  it(
    'says what is no dataset, and what is missing from the call',
    async () => {
      const empty = stringify([['path']]);
      await writeFile(join(dir, 'table.csv'), empty);
      const none = await runHere(['dataset', 'check', join(dir, 'nowhere'), '--no-cache']);
      expect(none).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^faceward: folder: A dataset folder was expected/),
      });
      expect(await runHere(['dataset', 'check'])).toMatchObject({ code: 2, stderr: expect.stringContaining("'dir'") });
    },
    SLOW,
  );
});
