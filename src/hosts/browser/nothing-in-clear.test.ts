import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CROP_SIDE_PX } from '../../contract/sessions.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { knowWasm } from '../../core/engine/testing/known-wasm.node.ts';
import { confirmCode } from '../../service/testing/confirm-code.ts';
import { ADMINISTRATOR, type Call, sample } from '../../service/testing/test-site.ts';
import { findInFiles } from '../testing/find-in-files.ts';
import { connectSocket, type SocketClient } from '../testing/socket-client.ts';

const PROGRAM = fileURLToPath(new URL('../testing/run-browser-host.ts', import.meta.url));
const hosts: ChildProcess[] = [];
const roots: string[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map(kill));
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

async function startHost(dataDir: string, temp: string): Promise<{ process: ChildProcess; url: string }> {
  const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp };
  const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], env });
  hosts.push(child);
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** The calls of one window. */
function callsOf(client: SocketClient): Call {
  return async (name, input) => {
    const answer = await client.call(name, input);
    if ('error' in answer) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.output as never;
  };
}

/** A picture a second. */
const DURATION_MS = 1000 * (EMOTIONS.length + 1);
/** As many as a run can split into those that it learns from and those that it is tried on. */
const CODES = ['AAL', 'BOE', 'CET', 'DOD', 'EID', 'FUU', 'GOU', 'HOU', 'IJS', 'JAN'].map((bird) => `${bird}VINK-4711`);
/** A picture of each child and emotion, of noise: no part of it is anywhere by chance. */
const PICTURES = CODES.map(() => EMOTIONS.map(() => new Uint8Array(randomBytes(CROP_SIDE_PX ** 2))));
/** Three places of each picture: a copy of any part of it is found. */
const MARKS = PICTURES.flat().flatMap((grey) => [0, 1700, 3500].map((at) => grey.slice(at, at + 48)));
const BEA = { userName: 'Beatrijs Wilgenroos', password: 'kameel wolk fietsbel' };

const SOUGHT = {
  code: CODES[0]!,
  giver: 'grootmoeder Wilhelmina',
  note: 'scheurkalenderblaadje aan het infuus',
  marker: 'linkerpols met pleister',
  remarks: 'sliep daarna heel onrustig',
  picture: MARKS[1]!,
};

/** All that must not lie open: also what all pictures are, what people are called, and what opens the store. */
function everything(recoveryCode: string): Record<string, string | Uint8Array> {
  return {
    ...SOUGHT,
    ...Object.fromEntries(CODES.map((code) => [`code ${code}`, code])),
    ...Object.fromEntries(MARKS.map((mark, index) => [`part ${index} of a picture`, mark])),
    user: BEA.userName,
    password: BEA.password,
    'password of the administrator': ADMINISTRATOR.password,
    'recovery code': recoveryCode,
    'recovery code, as typed': recoveryCode.replaceAll('-', ''),
  };
}

describe('what lies on the disk in clear', () => {
  it('is found in whatever way it is written', () => {
    const dir = mkdtempSync(join(tmpdir(), 'faceward-sought-'));
    try {
      mkdirSync(join(dir, 'deep'));
      const { code, note, giver, picture } = SOUGHT;
      writeFileSync(join(dir, 'deep', 'a'), `before ${code} after`);
      writeFileSync(join(dir, 'b'), Buffer.from(`x${note}`, 'utf16le'));
      writeFileSync(join(dir, `c-${code}`), Buffer.concat([randomBytes(1), picture]).toString('base64'));
      writeFileSync(join(dir, 'd'), Buffer.from(giver).toString('hex'));
      const found = findInFiles(dir, SOUGHT).map(({ file, name, as }) => `${file}: ${name}, ${as}`);
      expect(found.sort()).toEqual([
        'b: note, UTF-16',
        `c-${code}: code, file name`,
        `c-${code}: picture, base64`,
        'd: giver, hexadecimal',
        'deep/a: code, as it is',
      ]);
      expect(() => findInFiles(dir, { short: 'abc' })).toThrow('at least 6 bytes');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('is nothing of a child and of what opens the store after sessions, reports, an export, a training, four kills and an erasure', {
    timeout: 120_000,
  }, async () => {
    const root = mkdtempSync(join(tmpdir(), 'faceward-clear-'));
    roots.push(root);
    const [dataDir, temp] = [join(root, 'data'), join(root, 'temp')];
    mkdirSync(temp);
    await knowWasm(dataDir);
    const first = await startHost(dataDir, temp);
    const window = callsOf(await connectSocket(first.url));
    const { userName, password } = ADMINISTRATOR;
    const made = await window('site.setUp', { siteName: 'Ward 3', administrator: userName, password });
    await confirmCode(window, made);
    const sought = everything(made.recoveryCode);
    await window('users.add', { name: BEA.userName, role: 'ward', password: BEA.password });
    const children: { id: string; sessionId: string }[] = [];
    for (const [index, code] of CODES.entries()) children.push(await watched(window, code, PICTURES[index]!));
    const { id: childId, sessionId } = children[0]!;
    await kill(first.process);
    expect(findInFiles(root, sought)).toEqual([]);

    const second = await startHost(dataDir, temp);
    const again = callsOf(await connectSocket(second.url));
    await again('site.signIn', ADMINISTRATOR);
    // The session whose program was killed holds back the training until somebody ends it.
    await again('sessions.stop', { sessionId, durationMs: DURATION_MS });
    await again('sessions.setNotes', { sessionId, notes: SOUGHT.remarks });
    for (const format of ['pdf', 'json', 'csv', 'bids', 'fhir'] as const) {
      const { bytes } = await again('sessions.report', { sessionId, format, isIdentified: true });
      expect(bytes.length).toBeGreaterThan(0);
    }
    await again('exports.start', { sessionIds: [sessionId], formats: ['json', 'csv'], isIdentified: true });
    await expect
      .poll(async () => (await again('exports.list', {})).map(({ state }) => state), { timeout: 30_000 })
      .toEqual(['finished']);
    await kill(second.process);
    expect(findInFiles(root, sought)).toEqual([]);

    const third = await startHost(dataDir, temp);
    const lab = callsOf(await connectSocket(third.url));
    await lab('site.signIn', ADMINISTRATOR);
    const { datasetId } = await lab('review.makeDataset', { name: 'From the ward' });
    const run = await lab('runs.start', { ...RUN, datasetIds: [datasetId] });
    const kinds = async () => (await lab('runs.get', { runId: run.id })).log.map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 60_000 }).toContain('step');
    await kill(third.process);
    expect(readdirSync(join(dataDir, 'pictures'), { recursive: true }).map(String)).toContainEqual(
      expect.stringMatching(/kept-pictures\.bin$/),
    );
    expect(findInFiles(root, sought)).toEqual([]);
    // The process that trains notices by itself that it is alone, and ends with a checkpoint.
    const ended = () => readdirSync(join(dataDir, 'runs'), { recursive: true }).map(String);
    await expect.poll(ended, { timeout: 60_000 }).toContainEqual(expect.stringMatching(/checkpoint\.bin$/));
    expect(findInFiles(root, sought)).toEqual([]);

    const fourth = await startHost(dataDir, temp);
    const last = callsOf(await connectSocket(fourth.url));
    await last('site.signIn', ADMINISTRATOR);
    const target = { kind: 'child', childId } as const;
    await last('erasures.erase', { target, reason: 'The family asked.', atOnce: true, password });
    expect((await last('children.list', {})).map(({ code }) => code)).toEqual(CODES.slice(1));
    await kill(fourth.process);
    expect(findInFiles(root, sought)).toEqual([]);
    // The search finds what lies open.
    writeFileSync(join(temp, 'open'), PICTURES[4]![2]!);
    expect(new Set(findInFiles(root, sought).map(({ file }) => file))).toEqual(new Set(['temp/open']));
  });
});

const RUN = {
  name: 'Noise',
  learner: 'supcon',
  regime: 'children',
  epochs: 1000,
  seed: 1,
  engine: 'wasm',
  settings: { encoder: 'small' },
} as const;

/** A child with a session of which a picture of each emotion was kept and named, and all that people write about it. */
async function watched(call: Call, code: string, pictures: readonly Uint8Array<ArrayBuffer>[]) {
  const { id } = await call('children.add', { code, birthMonth: '2019-05' });
  await call('consents.grant', {
    childId: id,
    givenBy: SOUGHT.giver,
    childAssented: true,
    scopes: ['monitor', 'keep-crops', 'train'],
    untilDate: `${new Date().getFullYear() + 1}-12-31`,
  });
  const { id: sessionId } = await call('sessions.start', { childId: id, source: 'webcam' });
  const crops = pictures.map((grey, index) => ({ atMs: 1000 * (index + 1), grey }));
  const samples = [sample(200), sample(400)];
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: DURATION_MS });
  const at = { sessionId, atMs: 300 };
  await call('sessions.mark', { ...at, toMs: null, id: randomUUID(), kind: 'needle', text: SOUGHT.marker });
  await call('sessions.observe', { ...at, id: randomUUID(), observation: { kind: 'note', note: SOUGHT.note } });
  for (const [index, label] of EMOTIONS.entries()) {
    const [fromMs, toMs] = [1000 * (index + 1) - 200, 1000 * (index + 1) + 200];
    await call('annotations.add', { sessionId, id: randomUUID(), label, note: '', fromMs, toMs });
  }
  if (code !== CODES[0]) await call('sessions.stop', { sessionId, durationMs: DURATION_MS });
  return { id, sessionId };
}
