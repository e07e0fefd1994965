import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAuditBeginning } from '../../../../core/security/audit-beginning.node.ts';
import { writeAuditExport } from '../../../../core/security/audit-export.node.ts';
import { makePrivateKey, readPrivateKey } from '../../../../core/security/signature.node.ts';
import { runHere } from '../../testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from '../../testing/site-with-session.ts';

let dir: string;
let sessionId: string;
const at = (name: string) => join(dir, name);
const ofSite = () => ['--data', at('data')];

beforeAll(async () => {
  process.env.FACEWARD_PASSWORD = PASSWORD;
  dir = await mkdtemp(join(tmpdir(), 'faceward-audit-'));
  sessionId = await makeSiteWithSession(at('data'));
  await copyFile(at('data/faceward.db'), at('older.db'));
});

afterAll(async () => {
  delete process.env.FACEWARD_PASSWORD;
  await rm(dir, { recursive: true });
});

it('writes a signed copy of the log, and tells whether it is whole', async () => {
  expect(await runHere(['audit', 'export', ...ofSite(), '--out', at('audit.jsonl')])).toMatchObject({
    code: 0,
    stdout: `Audit log written to ${at('audit.jsonl')}\n`,
    stderr: '',
  });
  const text = await readFile(at('audit.jsonl'), 'utf8');
  const lines = text.trimEnd().split('\n');
  const stranger = await runHere(['audit', 'verify', at('audit.jsonl')]);
  expect(stranger).toMatchObject({ code: 3, stdout: expect.stringContaining('Signed by an unknown site') });
  expect(stranger.stdout).toMatch(/^Whole: the audit log of Ward 3, exported at .*, up to entry \d+\.\n/);
  await writeFile(at('short.jsonl'), `${lines.toSpliced(-2, 1).join('\n')}\n`);
  expect(await runHere(['audit', 'verify', at('short.jsonl')])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^Not whole: it ends with entry \d+; signed is entry \d+ of /),
  });
  await writeFile(at('letter.txt'), 'Dear ward');
  expect(await runHere(['audit', 'verify', at('letter.txt')])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('neither an exported audit log'),
  });
  expect(await runHere(['audit', 'verify'])).toMatchObject({ code: 2 });
});

it('says in words what was removed by rule before the first entry of a copy', async () => {
  const key = readPrivateKey(makePrivateKey());
  const [first, second] = (await readFile(at('audit.jsonl'), 'utf8'))
    .split('\n')
    .map((line) => JSON.parse(line || '{}'));
  const untilIso = '2026-03-04T09:00:00.000Z';
  const statement = { siteName: 'Ward 3', entries: 1, lastHash: first.hash, fromEntry: 1, fromIso: untilIso, untilIso };
  const beginning = writeAuditBeginning({ ...statement, months: 12, ruleBy: 'Ada', cutAtIso: untilIso }, key);
  const about = { siteName: 'Ward 3', exportedAtIso: untilIso, beginning };
  await writeFile(at('cut.jsonl'), [...writeAuditExport([second], about, key)].join(''));
  expect(await runHere(['audit', 'verify', at('cut.jsonl')])).toMatchObject({
    code: 3,
    stdout: expect.stringContaining(
      `Entries up to ${untilIso} were removed by rule (kept for 12 months), as the site signed: 1. The first that is left is entry 2.`,
    ),
  });
  await writeFile(at('forged.jsonl'), (await readFile(at('cut.jsonl'), 'utf8')).replace('"months":12', '"months":1'));
  expect(await runHere(['audit', 'verify', at('forged.jsonl')])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('what tells of entries that were removed by rule is not as the site signed it'),
  });
});

it('takes a signed report for the end of a log that somebody holds', async () => {
  const report = await runHere(['report', sessionId, ...ofSite(), '--format', 'json', '--out', at('report.json')]);
  expect(report).toMatchObject({ code: 0 });
  expect(await runHere(['audit', 'verify', at('report.json'), ...ofSite()])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Whole: a report, up to entry \d+\.\n/),
  });
});

it('compares a copy with the site, and names an older store that was put back', async () => {
  expect(await runHere(['audit', 'verify', at('audit.jsonl'), ...ofSite()])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/It goes through entry \d+ of the file/),
    stderr: '',
  });
  for (const suffix of ['-wal', '-shm']) await rm(at(`data/faceward.db${suffix}`), { force: true });
  await copyFile(at('older.db'), at('data/faceward.db'));
  const run = await runHere(['audit', 'verify', at('audit.jsonl'), ...ofSite()]);
  expect(run).toMatchObject({ code: 1, stdout: expect.stringMatching(/another than in the file|ends before entry/) });
  expect(run.stderr).toMatch(/An older store was put back, or its newest part was lost: it ends with entry \d+/);
});
