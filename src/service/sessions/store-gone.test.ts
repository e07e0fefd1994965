import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

const hasOpenFiles = process.platform !== 'win32';
if (!hasOpenFiles) console.warn('a store that goes while it is open is not tested: Windows keeps open files');

/** A running session and what sends its next batch. */
async function runningSession(site: Awaited<ReturnType<typeof testSite>>) {
  const call = callAs(site.service());
  await setUp(call);
  const { id: sessionId } = (await startSession(call)).session;
  let batch = 0;
  const send = (number: number) =>
    call('sessions.append', {
      sessionId,
      batch: number,
      samples: [sample(500 * number)],
      gaps: [],
      atMs: 500 * number,
    });
  await send(batch++);
  return { call, sessionId, sendNext: () => send(batch++), send };
}

it.skipIf(!hasOpenFiles)(
  'a batch is not answered as stored once the data folder is gone, and is once it is back',
  async () => {
    await using site = await testSite();
    const { call, sessionId, send } = await runningSession(site);
    const away = `${site.dataDir}-away`;
    renameSync(site.dataDir, away);
    // By the first batch after it, whenever the store was last looked at.
    await expect(send(1)).rejects.toMatchObject({
      code: 'damaged-store',
      reason: 'store.gone',
      values: { file: join(site.dataDir, 'faceward.db') },
    });
    expect(existsSync(site.dataDir), 'nothing is written where the folder was').toBe(false);
    renameSync(away, site.dataDir);
    await send(1);
    await send(2);
    expect(await call('sessions.list', {})).toMatchObject([{ id: sessionId, sampleCount: 3 }]);
  },
);

it.skipIf(!hasOpenFiles).each([
  ['the store', (dir: string) => rmSync(join(dir, 'faceward.db'))],
  ['its log', (dir: string) => rmSync(join(dir, 'faceward.db-wal'))],
  ['the folder', (dir: string) => rmSync(dir, { recursive: true })],
  ['all, and a copy was put in its place', replaceByCopy],
])('the same when %s was removed', async (_, remove) => {
  await using site = await testSite();
  const { call, sendNext } = await runningSession(site);
  remove(site.dataDir);
  await expect(sendNext()).rejects.toMatchObject({ reason: 'store.gone' });
  // Neither is anything else that would be written.
  await expect(call('children.add', { code: 'CH-2', birthMonth: '2019-05' })).rejects.toMatchObject({
    reason: 'store.gone',
  });
});

function replaceByCopy(dir: string): void {
  const copy = `${dir}-copy`;
  mkdirSync(copy);
  cpSync(dir, copy, { recursive: true });
  rmSync(dir, { recursive: true });
  renameSync(copy, dir);
}
