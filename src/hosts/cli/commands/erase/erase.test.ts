import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere } from '../../testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from '../../testing/site-with-session.ts';

let dir: string;
const at = (name: string) => join(dir, name);
const ofSite = () => ['--data', at('data')];

beforeAll(async () => {
  process.env.FACEWARD_PASSWORD = PASSWORD;
  dir = await mkdtemp(join(tmpdir(), 'faceward-erase-'));
  await makeSiteWithSession(at('data'));
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

it('says first what would go and what stays, erases, and leaves a receipt that anybody can check', async () => {
  const dry = await runHere(['erase', 'child', 'c-17', ...ofSite(), '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain(
    'What goes:\n  1 child: code and month of birth\n  1 consent\n  1 session\n  100 readings\n',
  );
  expect(dry.stdout).toMatch(/What stays, and why:\n {2}\d+ entries of the audit log/);

  expect(await runHere(['erase', 'child', 'C-17', ...ofSite()])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('say why with --reason'),
  });
  expect(await runHere(['erase', 'child', 'C-18', ...ofSite(), '--dry-run'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('a child with the code C-18 is not there'),
  });
  const named = await runHere(['erase', 'child', 'C-17', ...ofSite(), '--reason', 'C-17 moved away']);
  expect(named).toMatchObject({ code: 1, stderr: expect.stringContaining('must not name the child') });

  const why = ['--reason', 'the family asked', '--out', at('receipt.json'), '--now'];
  const run = await runHere(['erase', 'child', 'C-17', ...ofSite(), ...why]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain(`written to ${at('receipt.json')}`);
  const list = await runHere(['erase', 'list', ...ofSite()]);
  expect(list.stdout).toMatch(/child +C-\w{10} +erased .* Alex +the family asked/);

  const genuine = await runHere(['erase', 'verify', at('receipt.json')]);
  expect(genuine).toMatchObject({ code: 3, stdout: expect.stringContaining('Genuine: Ward 3 erased a child of C-') });
  const text = await readFile(at('receipt.json'), 'utf8');
  await writeFile(at('changed.json'), text.replace('Alex', 'Alix'));
  expect(await runHere(['erase', 'verify', at('changed.json')])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Changed'),
  });
  const { id } = JSON.parse(text) as { id: string };
  expect(await runHere(['erase', 'receipt', id, ...ofSite(), '--out', at('again.json')])).toMatchObject({ code: 0 });
  expect(await readFile(at('again.json'), 'utf8')).toBe(text);
});

it('lets it wait as the site says, takes it back, and does not wait where told', async () => {
  const data = ['--data', at('waiting')];
  await makeSiteWithSession(at('waiting'));
  const waits = await runHere(['erase', 'child', 'C-17', ...data, '--reason', 'the family asked']);
  expect(waits).toMatchObject({ code: 0, stderr: '' });
  const id = /erase undo ([0-9a-f-]{36})/.exec(waits.stdout)![1]!;
  expect((await runHere(['erase', 'list', ...data])).stdout).toMatch(/child +C-17 +waits +20/);
  expect((await runHere(['erase', 'child', 'C-17', ...data, '--dry-run'])).code).toBe(1);
  expect(await runHere(['erase', 'undo', id, ...data])).toMatchObject({ code: 0, stdout: 'It is back.\n' });
  expect(await runHere(['erase', 'now', id, ...data])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('does not wait any more'),
  });
  expect((await runHere(['erase', 'child', 'C-17', ...data, '--dry-run'])).stdout).toContain('100 readings');

  const again = await runHere(['erase', 'child', 'C-17', ...data, '--reason', 'the family asked', '--json']);
  const next = (JSON.parse(again.stdout) as { id: string }).id;
  const now = await runHere(['erase', 'now', next, ...data, '--out', at('now.json')]);
  expect(now).toMatchObject({ code: 0, stdout: expect.stringContaining('written to') });
  expect(await runHere(['erase', 'verify', at('now.json')])).toMatchObject({
    stdout: expect.stringContaining('Genuine'),
  });
});

it('refuses a moment that is none', async () => {
  const run = await runHere(['erase', 'picture', 'some-session', ...ofSite(), '--at', 'noon', '--dry-run']);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('milliseconds from 0 on were expected') });
});
