import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createService } from '../../service/service.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { documents, runCli } from './testing/run-cli.ts';

const PASSWORD = 'a long enough password';

let dir: string;
let dataDir: string;
let sessionId: string;

/** A site with one stopped session of ten seconds, read by the shipped base model. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-report-'));
  dataDir = join(dir, 'data');
  const { models, resources } = projectFolders();
  const service = createService({
    dataDir,
    host: 'cli',
    modelsDir: models,
    resourcesDir: resources,
    launchTrainer: () => {
      throw new Error('nothing is trained here');
    },
    now: () => new Date('2026-03-04T10:00:00Z'),
    log: () => {},
  });
  const caller = service.connect();
  await service.call(caller, 'site.setUp', { siteName: 'Ward 3', administrator: 'Alex', password: PASSWORD });
  const child = await service.call(caller, 'children.add', { code: 'C-17', birthMonth: '2019-05' });
  await service.call(caller, 'consents.grant', {
    childId: child.id,
    scopes: ['monitor'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2099-12-31',
  });
  const session = await service.call(caller, 'sessions.start', { childId: child.id, source: 'webcam' });
  sessionId = session.id;
  await service.call(caller, 'sessions.append', {
    sessionId,
    batch: 0,
    atMs: 10_000,
    gaps: [],
    samples: Array.from({ length: 100 }, (_, i) => ({
      atMs: i * 100,
      probabilities: [0.05, 0.05, 0.05, 0.7, 0.05, 0.05, 0.05],
      emotion: 'happiness' as const,
      box: { xPx: 100, yPx: 80, widthPx: 120, heightPx: 140 },
      quality: { brightness: 0.5, sharpness: 50, eyeDistancePx: 60, yawDeg: 3 },
    })),
  });
  await service.call(caller, 'sessions.stop', { sessionId, durationMs: 10_000 });
  await service.close();
  process.env.FACEWARD_PASSWORD = PASSWORD;
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

const report = (out: string, ...more: string[]) =>
  runCli(['report', sessionId, '--out', out, '--data', dataDir, ...more]);

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
  expect(await runCli(['verify', pdf, '--key', key])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Known site'),
  });
});

it('says in a sentence what is wrong and writes nothing', async () => {
  const out = join(dir, 'none.json');
  const unknown = await runCli(['report', 'no-such-session', '--out', out, '--data', dataDir]);
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  const nowhere = await runCli(['report', sessionId, '--out', out, '--data', join(dir, 'empty')]);
  expect(nowhere.stderr).toContain('there is no site in');
  process.env.FACEWARD_PASSWORD = 'not the password';
  const refused = await report(out);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/password/) });
  await expect(readFile(out)).rejects.toThrow(/ENOENT/);
});
