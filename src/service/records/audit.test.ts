import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAuditExport } from '../../core/security/audit-export.node.ts';
import { readAuditHead } from '../../core/security/audit-head.node.ts';
import { ADMINISTRATOR, callAs, setUp, signInAnother, type TestSite, testSite } from '../testing/test-site.ts';

/** Sets a site up, does something in it, and closes it. */
async function worked(site: TestSite): Promise<void> {
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  await service.close();
}

async function signedIn(site: TestSite) {
  const call = callAs(site.service());
  await call('site.signIn', ADMINISTRATOR);
  return call;
}

/** A newer log that is left beside it would bring the newer store back. */
function putBack(older: string, store: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(store + suffix, { force: true });
  copyFileSync(older, store);
}

const headOf = (site: TestSite) => readAuditHead(readFileSync(join(site.dataDir, 'audit-head.json'), 'utf8'));

it('signs where the log ends after each call, and finds nothing wrong on the next day', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const before = headOf(site)!;
  await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  expect(headOf(site)!.head.entries).toBeGreaterThan(before.head.entries);
  const { chain } = await call('audit.verify', { held: [] });
  expect(chain).toEqual({ kind: 'intact', head: headOf(site)!.head });
  const { fingerprint } = await call('site.reportKey', {});
  expect(before.key.fingerprint).toBe(fingerprint);
});

it('says that an older store was put back, to everyone, until an administrator knows of it', async () => {
  await using site = await testSite();
  await worked(site);
  const store = join(site.dataDir, 'faceward.db');
  copyFileSync(store, `${store}.older`);
  const day = site.service();
  const call = callAs(day);
  await call('site.signIn', ADMINISTRATOR);
  await call('users.add', { name: 'Nora', role: 'ward', password: ADMINISTRATOR.password });
  await day.close();
  const known = headOf(site)!.head;
  putBack(`${store}.older`, store);

  const later = site.service();
  const again = callAs(later);
  await again('site.signIn', ADMINISTRATOR);
  const findings = await again('audit.findings', {});
  expect(findings).toMatchObject([{ fault: 'older-store', known, acknowledged: null }]);
  expect(findings[0]!.found!.entries).toBeLessThan(known.entries);
  const { entries } = await again('audit.list', { beforeSequence: null, limit: 10 });
  expect(entries).toContainEqual(expect.objectContaining({ action: 'audit.mismatch', userName: 'Faceward' }));
  const kept = readdirSync(site.dataDir).filter((name) => /^audit-head-.*\.json$/.test(name));
  expect(kept.map((name) => readAuditHead(readFileSync(join(site.dataDir, name), 'utf8'))?.head)).toEqual([known]);
  // The older store does not know Nora's key.
  const { foreign } = await again('keys.state', {});
  await again('keys.settle', { fingerprint: foreign!.fingerprint, password: ADMINISTRATOR.password });
  const ward = await signInAnother(later, again, { name: 'Wim', role: 'ward' });
  expect(await ward('audit.findings', {})).toHaveLength(1);
  await expect(ward('audit.acknowledge', {})).rejects.toMatchObject({ code: 'forbidden' });

  await again('audit.acknowledge', {});
  await later.close();
  const next = await signedIn(site);
  expect(await next('audit.findings', {})).toMatchObject([{ fault: 'older-store', acknowledged: { by: 'Ada' } }]);
});

it('says that the file with the end was removed, or is that of another site', async () => {
  await using site = await testSite();
  await worked(site);
  const file = join(site.dataDir, 'audit-head.json');
  rmSync(file);
  const first = site.service();
  const call = callAs(first);
  await call('site.signIn', ADMINISTRATOR);
  expect(await call('audit.findings', {})).toMatchObject([{ fault: 'head-missing' }]);
  await call('audit.acknowledge', {});
  await first.close();

  await using other = await testSite();
  await worked(other);
  copyFileSync(join(other.dataDir, 'audit-head.json'), file);
  const next = await signedIn(site);
  expect((await next('audit.findings', {})).at(-1)).toMatchObject({ fault: 'head-foreign', acknowledged: null });
});

it('does not take a store for older that a kill has left ahead of the file', async () => {
  await using site = await testSite();
  await worked(site);
  const early = readFileSync(join(site.dataDir, 'audit-head.json'));
  const service = site.service();
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  await service.close();
  writeFileSync(join(site.dataDir, 'audit-head.json'), early);
  expect(await (await signedIn(site))('audit.findings', {})).toEqual([]);
});

it('writes the whole log as a file that shows later what is missing', async () => {
  await using site = await testSite();
  await worked(site);
  cpSync(join(site.dataDir, 'faceward.db'), join(site.dataDir, 'older'));
  const day = site.service();
  const call = callAs(day);
  await call('site.signIn', ADMINISTRATOR);
  const { bytes } = await call('audit.export', {});
  const verdict = verifyAuditExport(Buffer.from(bytes).toString('utf8'));
  if (verdict.kind !== 'whole') throw new Error(verdict.kind);
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 500 });
  expect(verdict).toMatchObject({ siteName: 'Ward 3', head: { entries: entries.length } });
  expect((await call('audit.verify', { held: [verdict.head] })).held).toEqual(['agrees']);
  await day.close();

  // Store and file put back together: only what is held elsewhere shows it.
  putBack(join(site.dataDir, 'older'), join(site.dataDir, 'faceward.db'));
  rmSync(join(site.dataDir, 'audit-head.json'));
  const again = await signedIn(site);
  const missing = { ...verdict.head, entries: verdict.head.entries + 50 };
  expect((await again('audit.verify', { held: [verdict.head, missing] })).held).toEqual(['differs', 'missing']);
});
