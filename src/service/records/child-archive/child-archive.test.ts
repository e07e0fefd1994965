import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { unzip } from '../../../core/report/zip.ts';
import { childTables } from '../../../core/store/people/child-rows.node.ts';
import { CONSENT_SCOPES } from '../../../core/store/people/consent-scope.ts';
import { type Call, callAs, sample, setUp, signInAnother, testSite } from '../../testing/test-site.ts';

const FILM = Buffer.from('three seconds of a child, and of nobody else');

/** Pixels that differ from child to child. */
const faceOf = (level: number) => Uint8Array.from({ length: 3600 }, (_, at) => (at * level) % 251);

/** A child of whom the site keeps something of every kind that staff make. */
async function keptChild(call: Call, code: string, level: number) {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  const given = { givenBy: `mother of ${code}`, childAssented: true, untilDate: '2026-12-31' };
  await call('consents.grant', { childId, scopes: [...CONSENT_SCOPES], ...given });
  await call('cautions.add', { childId, kind: 'other', note: `caution of ${code}` });
  const began = { childId, source: 'webcam', recorderId: code, keepsVideo: true } as const;
  const { id: sessionId } = await call('sessions.start', began);
  const samples = Array.from({ length: 60 }, (_, index) => sample(250 * (index + 1), 'neutral'));
  const crops = [{ atMs: 1000, grey: faceOf(level) }];
  const gaps = [{ fromMs: 15_000, toMs: 16_000, reason: 'no-face' as const }];
  await call('sessions.append', { sessionId, batch: 0, samples, gaps, crops, atMs: 16_000, recorderId: code });
  const film = { sessionId, recorderId: code, fromMs: 500, toMs: 3500 };
  await call('videos.append', { ...film, data: new Uint8Array(FILM) });
  await call('sessions.mark', {
    sessionId,
    id: crypto.randomUUID(),
    atMs: 500,
    kind: 'pain',
    text: `marker of ${code}`,
  });
  const observation = { kind: 'note', note: `note of ${code}` } as const;
  await call('sessions.observe', { sessionId, id: crypto.randomUUID(), atMs: 700, observation });
  const at = { sessionId, fromMs: 0, toMs: 15_000 };
  await call('baselines.record', { id: crypto.randomUUID(), ...at, note: `rest of ${code}` });
  await call('sessions.stop', { sessionId, durationMs: 16_000 });
  const said = { label: 'fear', note: `label of ${code}`, fromMs: 0, toMs: 4000 } as const;
  await call('annotations.add', { sessionId, id: crypto.randomUUID(), ...said });
  return { childId, sessionId };
}

async function siteWithChildren() {
  const site = await testSite();
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  await ada('videos.setSetting', { isOn: true, keepDays: 30 });
  const mine = await keptChild(ada, 'CH-1', 7);
  const other = await keptChild(ada, 'XQ-77', 11);
  await ada('review.makeDataset', { name: 'Named' });
  await signInAnother(service, ada, { name: 'Bo', role: 'reviewer' });
  const raterIds = (await ada('ratings.people', {})).map(({ id }) => id);
  const choice = { name: 'March', childIds: [], fromDay: null, untilDay: null, stretches: 20, lengthS: 4, raterIds };
  await ada('ratings.make', choice);
  return { site, service, ada, mine, other };
}

it('holds all that the store has of the child, with pictures, video and reports as files, and nothing of another', {
  timeout: 60_000,
}, async () => {
  const { site, ada, mine, other } = await siteWithChildren();
  await using _ = site;
  const made = await ada('children.archive', { childId: mine.childId, language: 'nl' });
  expect(made).toMatchObject({ fileName: 'child-CH-1.zip', mediaType: 'application/zip', size: made.bytes!.length });
  const files = unzip(made.bytes!);
  expect(Object.keys(files)).toHaveLength(made.files);
  for (const page of ['README.txt', 'LEES-MIJ.txt']) expect(Buffer.from(files[page]!).toString()).toContain('CH-1');

  const rows = Object.fromEntries(
    childTables().map((table) => {
      const text = Buffer.from(files[`tables/${table}.csv`]!).toString();
      return [table, parse(text, { bom: true, columns: true }) as Record<string, string>[]];
    }),
  );
  const counts = Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
  expect(counts).toMatchObject({
    ...{
      annotations: 1,
      baselines: 1,
      batches: 1,
      cautions: 1,
      children: 1,
      consents: 1,
      crops: 1,
      dataset_pictures: 1,
    },
    ...{ gaps: 1, markers: 1, observations: 1, samples: 60, sessions: 1, videos: 1, video_fragments: 1 },
  });
  for (const table of ['audit', 'rating_stretches', 'ratings', 'rollups'])
    expect(counts[table], table).toBeGreaterThan(0);
  expect(rows.samples![3]).toMatchObject({ at_ms: '1000', probabilities: '0.05 0.05 0.05 0.05 0.05 0.05 0.7' });
  expect(rows.consents![0]).toMatchObject({ given_by: 'mother of CH-1', until_date: '2026-12-31' });

  const [place = ''] = Object.keys(files).filter((path) => path.startsWith('sessions/'));
  const folder = place.split('/').slice(0, 2).join('/');
  const picture = await sharp(files[`${folder}/pictures/1000-ms.png`]).greyscale().raw().toBuffer();
  expect(picture.equals(faceOf(7))).toBe(true);
  expect(Buffer.from(files[`${folder}/video/00000.mp4`]!).equals(FILM)).toBe(true);
  const reports = Object.keys(files).filter((path) => /^sessions\/[^/]+\/[^/]+\.(pdf|json|csv)$/.test(path));
  expect(reports).toHaveLength(3);

  const all = Object.entries(files).filter(([, bytes]) => /XQ-77/.test(Buffer.from(bytes).toString('latin1')));
  expect(all.map(([path]) => path)).toEqual([]);
  for (const [path, bytes] of Object.entries(files)) {
    for (const id of [other.childId, other.sessionId]) expect(Buffer.from(bytes).includes(id), path).toBe(false);
  }
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 20 });
  expect(entries).toContainEqual(expect.objectContaining({ action: 'children.archive', subject: mine.childId }));
});

it('leaves out a session that shows another child, and says in its place what could not be read', {
  timeout: 60_000,
}, async () => {
  const { site, ada, mine } = await siteWithChildren();
  await using _ = site;
  for (const name of readdirSync(join(site.dataDir, 'videos'))) rmSync(join(site.dataDir, 'videos', name));
  const archive = async () => {
    const { bytes } = await ada('children.archive', { childId: mine.childId, language: 'en' });
    return Object.keys(unzip(bytes!));
  };
  expect(await archive()).toContainEqual(expect.stringMatching(/video\/00000-missing\.txt$/));
  await ada('sessions.setAside', { sessionId: mine.sessionId, reason: 'Another child sat there' });
  const paths = await archive();
  expect(paths.filter((path) => path.startsWith('sessions/'))).toEqual([]);
  expect(paths).toContain('tables/consents.csv');
});

it('goes into a new file and never over one, waits for a running session, and is for administrators', {
  timeout: 60_000,
}, async () => {
  const { site, service, ada, mine } = await siteWithChildren();
  await using _ = site;
  const file = join(site.dataDir, 'child.zip');
  const asked = { childId: mine.childId, language: 'en', file } as const;
  const made = await ada('children.archive', asked);
  expect(made).toMatchObject({ bytes: null, fileName: 'child.zip', size: readFileSync(file).length });
  expect(Object.keys(unzip(readFileSync(file)))).toHaveLength(made.files);
  await expect(ada('children.archive', asked)).rejects.toMatchObject({ reason: 'children.archive-there' });
  await expect(ada('children.archive', { ...asked, file: 'child.zip' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const nowhere = join(site.dataDir, 'nowhere', 'child.zip');
  await expect(ada('children.archive', { ...asked, file: nowhere })).rejects.toMatchObject({ code: 'not-found' });

  const another = join(site.dataDir, 'another.zip');
  await ada('sessions.start', { childId: mine.childId, source: 'webcam' });
  await expect(ada('children.archive', { ...asked, file: another })).rejects.toMatchObject({
    reason: 'children.archive-running',
  });
  expect(existsSync(another)).toBe(false);
  const wim = await signInAnother(service, ada, { name: 'Wim', role: 'ward' });
  await expect(wim('children.archive', { ...asked, file: another })).rejects.toMatchObject({ code: 'forbidden' });
});
