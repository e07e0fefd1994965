import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Output } from '../../contract/contract.ts';
import { CROP_SIDE_PX } from '../../contract/sessions.ts';
import { ADMINISTRATOR, sample } from '../../service/testing/test-site.ts';
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

async function outputOf<T>(client: SocketClient, name: string, input: unknown = {}): Promise<T> {
  const answer = await client.call(name, input);
  if ('error' in answer) throw new Error(`${name}: ${answer.error.reason}`);
  return answer.output as T;
}

const PICTURE = new Uint8Array(randomBytes(CROP_SIDE_PX ** 2));
const SOUGHT = {
  code: 'ZEBRAVINK-4711',
  giver: 'grootmoeder Wilhelmina',
  note: 'scheurkalenderblaadje aan het infuus',
  marker: 'linkerpols met pleister',
  remarks: 'sliep daarna heel onrustig',
  picture: PICTURE.slice(1000, 1048),
};

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

  it('is nothing of a child after a session with pictures and notes, reports, an export and two kills', async () => {
    const root = mkdtempSync(join(tmpdir(), 'faceward-clear-'));
    roots.push(root);
    const [dataDir, temp] = [join(root, 'data'), join(root, 'temp')];
    mkdirSync(temp);
    const first = await startHost(dataDir, temp);
    const window = await connectSocket(first.url);
    const { userName, password } = ADMINISTRATOR;
    const made = { siteName: 'Ward 3', administrator: userName, password };
    const { recoveryCode } = await outputOf<Output<'site.setUp'>>(window, 'site.setUp', made);
    await outputOf(window, 'site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1) });
    const child = await outputOf<Output<'children.add'>>(window, 'children.add', {
      code: SOUGHT.code,
      birthMonth: '2019-05',
    });
    await outputOf(window, 'consents.grant', {
      childId: child.id,
      givenBy: SOUGHT.giver,
      childAssented: true,
      scopes: ['monitor', 'keep-crops', 'train'],
      untilDate: `${new Date().getFullYear() + 1}-12-31`,
    });
    const { id: sessionId } = await outputOf<Output<'sessions.start'>>(window, 'sessions.start', {
      childId: child.id,
      source: 'webcam',
    });
    const crops = [{ atMs: 300, grey: PICTURE }];
    const batch = { sessionId, batch: 0, samples: [sample(200), sample(400)], gaps: [], crops, atMs: 500 };
    await outputOf(window, 'sessions.append', batch);
    const at = { sessionId, atMs: 300 };
    await outputOf(window, 'sessions.mark', {
      ...at,
      toMs: null,
      id: randomUUID(),
      kind: 'needle',
      text: SOUGHT.marker,
    });
    await outputOf(window, 'sessions.observe', {
      ...at,
      id: randomUUID(),
      observation: { kind: 'note', note: SOUGHT.note },
    });
    await kill(first.process);
    expect(findInFiles(root, SOUGHT)).toEqual([]);

    const second = await startHost(dataDir, temp);
    const again = await connectSocket(second.url);
    await outputOf(again, 'site.signIn', ADMINISTRATOR);
    await outputOf(again, 'sessions.setNotes', { sessionId, notes: SOUGHT.remarks });
    for (const format of ['pdf', 'json', 'csv', 'bids', 'fhir'] as const) {
      const report = { sessionId, format, isIdentified: true };
      const { bytes } = await outputOf<Output<'sessions.report'>>(again, 'sessions.report', report);
      expect(bytes.length).toBeGreaterThan(0);
    }
    await outputOf(again, 'exports.start', { sessionIds: [sessionId], formats: ['json', 'csv'], isIdentified: true });
    await expect
      .poll(async () => (await outputOf<Output<'exports.list'>>(again, 'exports.list')).map(({ state }) => state), {
        timeout: 30_000,
      })
      .toEqual(['finished']);
    await kill(second.process);
    expect(findInFiles(root, SOUGHT)).toEqual([]);
  });
});
