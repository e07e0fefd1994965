import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documents } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from './testing/site-with-session.ts';

let dir: string;
let dataDir: string;
let sessionId: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-report-'));
  dataDir = join(dir, 'data');
  sessionId = await makeSiteWithSession(dataDir);
  process.env.FACEWARD_PASSWORD = PASSWORD;
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

const report = (out: string, ...more: string[]) =>
  runHere(['report', sessionId, '--out', out, '--data', dataDir, ...more]);

it('writes the report in the format of the file name', async () => {
  const csv = join(dir, 'report.csv');
  expect(await report(csv)).toMatchObject({ stderr: '', code: 0, stdout: `Wrote ${csv}\n` });
  expect((await readFile(csv, 'utf8')).match(/happiness/g)!.length).toBeGreaterThanOrEqual(100);

  const pdf = join(dir, 'report.pdf');
  const written = await report(pdf, '--user', 'Alex', '--json');
  expect(documents(written.stdout)[0]).toMatchObject({ file: pdf, mediaType: 'application/pdf' });
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');

  for (const [file, beginning] of [
    ['report.json', '{"format":"faceward-report/2"'],
    ['report.zip', 'PK'],
    ['report.eaf', '<?xml'],
  ] as const) {
    expect((await report(join(dir, file))).code).toBe(0);
    expect((await readFile(join(dir, file), 'latin1')).startsWith(beginning), file).toBe(true);
  }
  const fhir = join(dir, 'bundle.json');
  expect((await report(fhir, '--format', 'fhir')).code).toBe(0);
  expect(JSON.parse(await readFile(fhir, 'utf8'))).toMatchObject({ resourceType: 'Bundle' });
});

it('names the child only where it is told to, and speaks the language asked for', async () => {
  const plain = join(dir, 'plain.json');
  await report(plain);
  expect(await readFile(plain, 'utf8')).not.toMatch(/C-17|Ward 3|Alex|2026-/);
  const identified = join(dir, 'identified.json');
  expect((await report(identified, '--identified', '--language', 'nl')).code).toBe(0);
  expect(JSON.parse(await readFile(identified, 'utf8'))).toMatchObject({
    child: { code: 'C-17' },
    siteName: 'Ward 3',
    statement: expect.stringContaining('geen diagnose'),
  });
});

it('gives the key that its report is verified with', async () => {
  const [pdf, key] = [join(dir, 'signed.pdf'), join(dir, 'site-key.pem')];
  expect((await report(pdf, '--key-out', key)).code).toBe(0);
  expect(await runHere(['verify', pdf, '--key', key])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Known site'),
  });
});

it('says in a sentence what is wrong and writes nothing', async () => {
  const out = join(dir, 'none.json');
  const unknown = await runHere(['report', 'no-such-session', '--out', out, '--data', dataDir]);
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  const nowhere = await runHere(['report', sessionId, '--out', out, '--data', join(dir, 'empty')]);
  expect(nowhere.stderr).toContain('there is no site in');
  process.env.FACEWARD_PASSWORD = 'not the password';
  const refused = await report(out);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/password/) });
  await expect(readFile(out)).rejects.toThrow(/ENOENT/);
});
