import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ADMINISTRATOR, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

/** A disk of 24 MB of its own, gone when the scope ends; null where this user may not make one. */
function smallDisk(): ({ readonly dir: string; fill(): void } & Disposable) | null {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-disk-'));
  const mounted = process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dir);
  if (!mounted) {
    rmSync(dir, { recursive: true });
    return null;
  }
  return {
    dir,
    fill() {
      for (const bytes of [1 << 20, 1 << 12, 1]) {
        try {
          for (;;) appendFileSync(join(dir, 'of-others'), Buffer.alloc(bytes));
        } catch {
          // Full, to that size.
        }
      }
      expect(statfsSync(dir).bavail).toBe(0);
    },
    [Symbol.dispose]() {
      run('umount', dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

const probe = smallDisk();
probe?.[Symbol.dispose]();
if (!probe) console.warn('a full disk is not tested: this user may not mount a small one');

it.skipIf(!probe)(
  'on a full disk readings are refused in words, and people sign in, read, stop and sign out',
  async () => {
    using disk = smallDisk()!;
    await using site = await testSite();
    const dataDir = join(disk.dir, 'data');
    const service = site.service({ dataDir });
    const call = callAs(service);
    await setUp(call);
    const { id: sessionId } = (await startSession(call)).session;
    const append = (batch: number) =>
      call('sessions.append', { sessionId, batch, samples: [sample(500 * batch)], gaps: [], atMs: 500 * batch });
    await append(0);
    const refused = { code: 'disk-full', reason: 'call.disk-full' };

    disk.fill();
    await expect(append(1)).rejects.toMatchObject(refused);
    expect(await call('sessions.list', {})).toMatchObject([{ id: sessionId, sampleCount: 1 }]);
    const nurse = callAs(service);
    await nurse('site.signIn', ADMINISTRATOR);
    await nurse('sessions.timeline', { sessionId });
    await nurse('site.signOut', {});
    // What was given up for that is not filled with readings.
    await expect(append(1)).rejects.toMatchObject(refused);
    // Saved elsewhere, since that writes nothing.
    const waiting = { kind: 'readings' as const, samples: [sample(500)], gaps: [], crops: [], atMs: 500 };
    expect((await call('sessions.sealWaiting', { sessionId, waiting })).piece.length).toBeGreaterThan(100);
    expect(await call('sessions.stop', { sessionId, durationMs: 600 })).toMatchObject({ state: 'stopped' });
    await call('site.signOut', {});
    await service.close();

    disk.fill();
    const again = site.service({ dataDir });
    const after = callAs(again);
    await after('site.signIn', ADMINISTRATOR);
    expect(await after('sessions.list', {})).toMatchObject([{ id: sessionId, state: 'stopped' }]);
    const { entries, chainIntact } = await after('audit.list', { beforeSequence: null, limit: 100 });
    expect(chainIntact).toBe(true);
    expect(entries.filter(({ action }) => action === 'site.signIn')).toHaveLength(3);
    await after('site.signOut', {});
    await again.close();
  },
);
