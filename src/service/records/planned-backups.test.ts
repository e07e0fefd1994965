import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callAs, setUp, type TestSite, testSite } from '../testing/test-site.ts';

const HOUR_MS = 3_600_000;

function folderFor(use: (dir: string) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-planned-'));
  return use(dir).finally(() => rmSync(dir, { recursive: true, force: true }));
}

const pass = (site: TestSite, hours: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + hours * HOUR_MS);
};

it('keeps as many backups as it was told, and touches nothing else in the folder', () =>
  folderFor(async (folder) => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    writeFileSync(join(folder, 'letter.txt'), 'Dear ward');
    writeFileSync(join(folder, 'faceward-2020-01-01T000000Z.faceward-backup'), 'of somebody else');
    expect(await call('backups.get', {})).toMatchObject({ plan: null, lastMade: null, nextAtIso: null });
    await expect(call('backups.makeNow', {})).rejects.toMatchObject({ reason: 'store.backup-no-plan' });
    await call('backups.setPlan', { folder, everyHours: 24, keep: 2 });
    for (let day = 0; day < 3; day += 1) {
      await call('backups.makeNow', {});
      pass(site, 24);
    }
    expect(readdirSync(folder).sort()).toEqual([
      'faceward-2020-01-01T000000Z.faceward-backup',
      'faceward-2026-03-05T090000Z.faceward-backup',
      'faceward-2026-03-06T090000Z.faceward-backup',
      'letter.txt',
    ]);
    expect(await call('backups.get', {})).toMatchObject({
      lastMade: { madeAtIso: '2026-03-06T09:00:00.000Z' },
      lastFailure: null,
      nextAtIso: '2026-03-07T09:00:00.000Z',
    });
  }));

it('says that the drive is away, tries again, and forgets it once it is there', () =>
  folderFor(async (dir) => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const folder = join(dir, 'drive');
    await expect(call('backups.setPlan', { folder, everyHours: 24, keep: 2 })).rejects.toMatchObject({
      reason: 'store.backup-folder-away',
    });
    mkdirSync(folder);
    await call('backups.setPlan', { folder, everyHours: 24, keep: 2 });
    rmSync(folder, { recursive: true });
    await expect(call('backups.makeNow', {})).rejects.toMatchObject({ reason: 'store.backup-folder-away' });
    expect(await call('backups.get', {})).toMatchObject({
      lastFailure: { why: { reason: 'store.backup-folder-away', values: { dir: folder } } },
      nextAtIso: '2026-03-04T09:15:00.000Z',
    });
    mkdirSync(folder);
    await call('backups.makeNow', {});
    expect(await call('backups.get', {})).toMatchObject({ lastFailure: null, nextAtIso: '2026-03-05T09:00:00.000Z' });
    expect(readdirSync(folder)).toHaveLength(1);
  }));

it('what a backup has left in whose middle the program was killed goes with the next; others’ stay', () =>
  folderFor(async (folder) => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await call('backups.setPlan', { folder, everyHours: 24, keep: 2 });
    const { file } = await call('backups.makeNow', {});
    // As it lies there before it gets its name.
    writeFileSync(`${file}.unfinished`, 'a part');
    const others = 'faceward-2020-01-01T000000Z.faceward-backup.unfinished';
    writeFileSync(join(folder, others), 'being written by another site');
    pass(site, 24);
    await call('backups.makeNow', {});
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([others]);
  }));
