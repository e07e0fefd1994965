import { expect, it } from 'vitest';
import { unzip } from '../../../core/report/zip.ts';
import { MOST_SCAN_BYTES } from '../../../core/store/people/scan-type.ts';
import { failure } from '../../../core/words/failure.ts';
import { ADMINISTRATOR, callAs, setUp, signInAnother, startSession, testSite } from '../../testing/test-site.ts';

const PDF = new Uint8Array(Buffer.from('%PDF-1.7\nsigned by the mother of nobody\n%%EOF'));
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function siteWithConsent() {
  const site = await testSite();
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const nurse = await signInAnother(service, ada, { name: 'Bo', role: 'ward' });
  const { child, consent, session } = await startSession(ada);
  await ada('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  const scansOf = async () => (await nurse('children.list', {}))[0]!.consents[0]!.scans;
  return { site, ada, nurse, child, consentId: consent.id, scansOf };
}

it('is added by the ward, in pieces, and fetched by an administrator alone, each time with an entry', async () => {
  const { site, ada, nurse, consentId, scansOf } = await siteWithConsent();
  await using _ = site;
  const more = await nurse('consents.addScan', { consentId, bytes: PDF.slice(0, 7), isLast: false });
  const file = more.kind === 'more' ? more.file : null;
  const added = await nurse('consents.addScan', { consentId, file, bytes: PDF.slice(7) });
  const scanId = added.kind === 'added' ? added.scanId : '';
  const addedAtIso = site.clock.now.toISOString();
  expect(await scansOf()).toEqual([
    { id: scanId, mediaType: 'application/pdf', bytes: PDF.length, addedAtIso, addedBy: 'Bo' },
  ]);
  await expect(nurse('consents.fetchScan', { scanId })).rejects.toMatchObject({ code: 'forbidden' });
  for (let time = 0; time < 2; time += 1) {
    const { fileName, mediaType, bytes } = await ada('consents.fetchScan', { scanId });
    expect(fileName).toMatch(/^consent-CH-1-2026-03-04-[0-9a-f]{8}\.pdf$/);
    expect(mediaType).toBe('application/pdf');
    expect(bytes).toEqual(PDF);
  }
  const done = async () =>
    (await ada('audit.list', { beforeSequence: null, limit: 30 })).entries
      .filter(({ subject }) => subject === consentId)
      .map(({ action }) => action);
  expect(await done()).toEqual(['consents.fetchScan', 'consents.fetchScan', 'consents.addScan', 'consents.grant']);
  await ada('consents.removeScan', { scanId });
  expect(await scansOf()).toEqual([]);
  await expect(ada('consents.fetchScan', { scanId })).rejects.toMatchObject({ code: 'not-found' });
});

it('is what its first bytes say, has a size, and there are six of a consent at most', async () => {
  const { site, nurse, consentId, scansOf } = await siteWithConsent();
  await using _ = site;
  const add = (bytes: Uint8Array<ArrayBuffer>) => nurse('consents.addScan', { consentId, bytes });
  await expect(add(new Uint8Array(Buffer.from('<html>a form.pdf')))).rejects.toMatchObject(
    failure('children.scan-no-type'),
  );
  await expect(add(new Uint8Array(0))).rejects.toMatchObject(failure('children.scan-no-type'));
  await expect(add(new Uint8Array(MOST_SCAN_BYTES + 1))).rejects.toMatchObject(
    failure('children.scan-too-large', { most: 10 }),
  );
  for (let count = 0; count < 6; count += 1) await add(PNG);
  await expect(add(PNG)).rejects.toMatchObject(failure('children.scans-too-many', { most: 6 }));
  expect((await scansOf()).map(({ mediaType }) => mediaType)).toEqual(Array.from({ length: 6 }, () => 'image/png'));
  await expect(nurse('consents.addScan', { consentId: 'none', bytes: PNG })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('is in what is kept of the child, and goes with it', async () => {
  const { site, ada, nurse, child, consentId } = await siteWithConsent();
  await using _ = site;
  const added = await nurse('consents.addScan', { consentId, bytes: PDF });
  const scanId = added.kind === 'added' ? added.scanId : '';
  const { bytes } = await ada('children.archive', { childId: child.id, language: 'en' });
  const files = unzip(bytes!);
  const path = Object.keys(files).find((name) => name.startsWith('consents/'))!;
  expect(path).toBe(`consents/2026-03-04-${scanId.slice(0, 8)}.pdf`);
  expect(Buffer.from(files[path]!).equals(PDF)).toBe(true);
  const { password } = ADMINISTRATOR;
  await ada('erasures.erase', {
    target: { kind: 'child', childId: child.id },
    reason: 'the family asked',
    atOnce: true,
    password,
  });
  await expect(ada('consents.fetchScan', { scanId })).rejects.toMatchObject({ code: 'not-found' });
});
