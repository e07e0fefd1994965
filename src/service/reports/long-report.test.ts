import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

const BATCHES = 9;
const PER_BATCH = 1000;

/** So long that its table comes in several pieces. */
async function longSession(call: Call): Promise<string> {
  const { session } = await startSession(call);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const samples = Array.from({ length: PER_BATCH }, (_, row) => sample((batch * PER_BATCH + row) * 66));
    const atMs = (batch + 1) * PER_BATCH * 66;
    await call('sessions.append', { sessionId: session.id, batch, samples, gaps: [], atMs });
  }
  await call('sessions.stop', { sessionId: session.id, durationMs: BATCHES * PER_BATCH * 66 });
  return session.id;
}

function readings(csv: Uint8Array): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(Buffer.from(csv), { columns: true, bom: true });
  return rows.filter(({ row }) => row === 'sample');
}

test('a long report comes in pieces to whoever began it, and to nobody else; kept in an export it is the same', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const sessionId = await longSession(call);
  const first = await call('sessions.report', { sessionId, format: 'csv' });
  expect(first.more).not.toBeNull();
  const another = callAs(service);
  await another('site.signIn', ADMINISTRATOR);
  await expect(another('reports.more', { more: first.more! })).rejects.toMatchObject({ reason: 'reports.file-left' });
  const pieces = [first.bytes];
  for (let next = first.more; next !== null; ) {
    const piece = await call('reports.more', { more: next });
    pieces.push(piece.bytes);
    next = piece.more;
  }
  expect(pieces.length).toBeGreaterThan(1);
  const csv = Buffer.concat(pieces);
  expect(readings(csv)).toHaveLength(BATCHES * PER_BATCH);
  await expect(call('reports.more', { more: first.more! })).rejects.toMatchObject({ reason: 'reports.file-left' });

  const { id: exportId } = await call('exports.start', { sessionIds: [sessionId], formats: ['csv'] });
  await expect.poll(async () => (await call('exports.list', {}))[0]?.state, { timeout: 50_000 }).toBe('finished');
  const zip = await call('exports.fetch', { exportId });
  const [kept] = Object.values(unzipSync(zip.bytes));
  expect(zip.more).toBeNull();
  expect(kept).toHaveLength(csv.length);
  expect(readings(kept!)).toEqual(readings(csv));
});
