import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmCode } from '../../service/testing/confirm-code.ts';
import { callAs, sample, startSession } from '../../service/testing/test-site.ts';
import { openService } from './open-service.ts';
import { documents } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';

const PASSWORD = 'a long enough password';

let dir: string;
let dataDir: string;

/**
 * A site with two children: one with two sessions of two seconds, the other with one that has ended and one that runs, which
 * is not exported.
 */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-export-'));
  dataDir = join(dir, 'data');
  const service = openService(dataDir, () => {});
  const call = callAs(service);
  await confirmCode(call, await call('site.setUp', { siteName: 'Ward 3', administrator: 'Alex', password: PASSWORD }));
  for (const code of ['C-17', 'C-18']) {
    const { child, session } = await startSession(call, code);
    await end(session.id);
    const { id } = await call('sessions.start', { childId: child.id, source: 'webcam' });
    if (code === 'C-17') await end(id);
  }
  await service.close();
  process.env.FACEWARD_PASSWORD = PASSWORD;

  async function end(sessionId: string): Promise<void> {
    const samples = Array.from({ length: 20 }, (_, index) => sample(index * 100));
    await call('sessions.append', { sessionId, batch: 0, atMs: 2000, gaps: [], samples });
    await call('sessions.stop', { sessionId, durationMs: 2000 });
  }
});

afterAll(() => {
  delete process.env.FACEWARD_PASSWORD;
  rmSync(dir, { recursive: true });
});

const exportTo = (out: string, ...more: string[]) =>
  runHere(['export', '--out', join(dir, out), '--data', dataDir, ...more]);
const filesOf = (out: string) =>
  readdirSync(join(dir, out), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, out, path)).isFile())
    .toSorted();

it('writes the reports of all sessions, and at a second call what is missing', async () => {
  const first = await exportTo('all', '--format', 'csv', 'fhir', '--json');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const said = documents(first.stdout)[0] as { written: string[]; alreadyThere: number };
  expect([said.written.length, said.alreadyThere]).toEqual([8, 0]);
  // One of the four was running when the program ended.
  expect(filesOf('all').filter((path) => path.startsWith('csv/'))).toHaveLength(4);

  const csv = said.written.find((path) => path.startsWith('csv/'))!;
  rmSync(join(dir, 'all', csv));
  const second = await exportTo('all', '--format', 'csv', 'fhir', '--json');
  expect(documents(second.stdout)[0]).toMatchObject({ written: [csv], alreadyThere: 7, problems: [], left: 0 });
});

it('writes one child’s, with its code, when asked to', async () => {
  const { code, stdout } = await exportTo('one', '--child', 'c-17', '--format', 'bids', '--identified');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Wrote 2 to .*; 0 were there; 0 could not be made\.\n$/)]);
  expect(readFileSync(join(dir, 'one/bids/participants.tsv'), 'utf8')).toBe(
    'participant_id\tchild_code\nsub-C17\tC-17\n',
  );
  expect(filesOf('one').filter((path) => path.endsWith('_physio.tsv.gz'))).toHaveLength(2);
});

it('names no child unless asked to', async () => {
  await exportTo('plain', '--format', 'bids', 'elan');
  const files = filesOf('plain');
  expect(files.length).toBeGreaterThan(10);
  for (const path of files) {
    expect(path + readFileSync(join(dir, 'plain', path), 'latin1')).not.toMatch(/C-?1[78]|Alex|Ward 3/);
  }
});

it('lays their schema beside reports in JSON', async () => {
  await exportTo('schema', '--format', 'json');
  const files = filesOf('schema').filter((path) => path.startsWith('json/'));
  expect(files).toHaveLength(5);
  const { title, $schema } = JSON.parse(readFileSync(join(dir, 'schema/json/schema.json'), 'utf8'));
  expect({ title, $schema }).toEqual({
    title: 'Faceward session report, faceward-report/2',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
  });
});

it('says in a sentence what is wrong', async () => {
  const nobody = await exportTo('none', '--child', 'C-99');
  expect(nobody).toMatchObject({ code: 1, stderr: 'faceward: no session of child C-99 has ended\n' });
  const format = await exportTo('none', '--format', 'docx');
  expect(format.code).toBe(2);
});
