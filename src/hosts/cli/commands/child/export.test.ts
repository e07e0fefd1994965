import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unzip } from '../../../../core/report/zip.ts';
import { documents } from '../../testing/run-cli.ts';
import { runHere } from '../../testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from '../../testing/site-with-session.ts';

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(async () => {
  process.env.FACEWARD_PASSWORD = PASSWORD;
  dir = await mkdtemp(join(tmpdir(), 'faceward-child-'));
  await makeSiteWithSession(at('data'));
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

it('writes all that is kept of a child, however its code is capitalised, and never over a file', {
  timeout: 60_000,
}, async () => {
  const command = ['child', 'export', 'c-17', '--data', at('data'), '--out', at('c.zip')];
  const run = await runHere([...command, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const files = unzip(readFileSync(at('c.zip')));
  const [said] = documents(run.stdout);
  expect(said).toEqual({
    file: at('c.zip'),
    bytes: readFileSync(at('c.zip')).length,
    files: Object.keys(files).length,
  });
  expect(Buffer.from(files['tables/children.csv']!).toString()).toContain('C-17');
  expect(await runHere(command)).toMatchObject({ code: 1, stderr: expect.stringContaining('There is a file at') });
});

it('says that there is no such child', { timeout: 60_000 }, async () => {
  const run = await runHere(['child', 'export', 'NOBODY', '--data', at('data'), '--out', at('n.zip')]);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('found none under the code NOBODY') });
});
