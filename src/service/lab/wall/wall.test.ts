import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMadeFaces } from '../../testing/made-faces-site.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  setUp,
  signInAnother,
  type TestSite,
  testSite,
} from '../../testing/test-site.ts';
import { labelAgreement } from './agreement-task.ts';
import { readOriginal } from './original-task.ts';

let site: TestSite;
let ann: Call;
let bea: Call;
let ward: Call;
let keys: number[];

beforeAll(async () => {
  site = await testSite();
  const first = site.service();
  await setUp(callAs(first));
  await callAs(first)('site.status', {});
  await first.close();
  await addMadeFaces({ dataDir: site.dataDir, ...ADMINISTRATOR, datasetId: 'made', count: 50 });
  const service = site.service();
  ann = callAs(service);
  await ann('site.signIn', ADMINISTRATOR);
  bea = await signInAnother(service, ann, { name: 'Bea', role: 'research' });
  ward = await signInAnother(service, ann, { name: 'Wim', role: 'ward' });
  keys = [...(await ann('wall.images', { filter: {} })).keys];
}, 60_000);
afterAll(() => site[Symbol.asyncDispose]());

it('gives the images of a filter as columns, and counts whatever it says of group, emotion and age', async () => {
  const filter = { group: 'child', emotion: 'fear' } as const;
  const images = await ann('wall.images', { filter, order: 'surest' });
  expect(images.count).toBe(images.keys.length);
  expect([...images.emotion].every((emotion) => emotion === 2)).toBe(true);
  const counts = await ann('wall.counts', { filter });
  expect(counts.cells.reduce((sum, each) => sum + each.images, 0)).toBe(50);
  expect(counts.taken).toBe(images.count);
  expect(counts.uses).toEqual([{ use: 'trained', images: images.count }]);
  expect(counts.cells).toContainEqual({ group: 'adult', emotion: 'fear', ageBand: '18+', images: expect.any(Number) });
});

it('shows faces to research staff and administrators only', async () => {
  await expect(ward('wall.faces', { keys: Uint32Array.from(keys) })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await bea('wall.faces', { keys: Uint32Array.from(keys.slice(0, 2)) })).toHaveLength(7200);
  await expect(bea('wall.faces', { keys: new Uint32Array(513) })).rejects.toMatchObject({ code: 'invalid-input' });
});

it('keeps the first label from the second person until they have said something themselves', async () => {
  const imageKey = keys[3]!;
  await ann('wall.label', { imageKey, label: 'fear' });
  expect(await bea('wall.image', { imageKey })).toMatchObject({ mine: null, others: [], hidden: 1 });
  await bea('wall.label', { imageKey, label: 'no-face' });
  const seen = { mine: 'no-face', others: [{ name: ADMINISTRATOR.userName, label: 'fear' }], hidden: 0 };
  expect(await bea('wall.image', { imageKey })).toMatchObject(seen);
  await bea('wall.label', { imageKey, label: null });
  expect(await bea('wall.image', { imageKey })).toMatchObject({ mine: null, others: [], hidden: 1 });
  await bea('wall.label', { imageKey, label: 'fear' });
  expect((await ann('wall.images', { filter: { labels: 'agree' } })).keys[0]).toBe(imageKey);
  const log = await ann('audit.list', { beforeSequence: null, limit: 50 });
  expect(JSON.stringify(log)).toContain('wall.label');
});

it('says so when an image or its file is not there any more', async () => {
  await expect(ann('wall.label', { imageKey: 99_999, label: 'fear' })).rejects.toMatchObject({
    reason: 'lab.image-not-there',
  });
  await expect(ann('wall.original', { imageKey: keys[0]! })).rejects.toMatchObject({ code: 'not-found' });
});

it('gives an original upright and no larger than a window shows, and never one outside of its folder', async () => {
  const dir = join(site.dataDir, randomUUID(), 'faces');
  mkdirSync(dir, { recursive: true });
  const image = () => sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#804020' } });
  await image().withMetadata({ orientation: 6 }).jpeg().toFile(join(dir, 'a.jpg'));
  await image().png().toFile(join(dir, '../outside.png'));
  const db = null as never;
  expect(await readOriginal(db, { dir, path: 'a.jpg', sealed: null })).toMatchObject({
    kind: 'picture',
    picture: { widthPx: 800, heightPx: 1600, mediaType: 'image/webp' },
  });
  const leadsOut = { kind: 'fault', why: { reason: 'leftOut.file-leads-out' } };
  expect(await readOriginal(db, { dir, path: '../outside.png', sealed: null })).toMatchObject(leadsOut);
  expect(await readOriginal(db, { dir, path: 'many.bin#3', sealed: null })).toMatchObject({
    why: { reason: 'lab.no-original' },
  });
  rmSync(join(dir, '..'), { recursive: true });
});

it('gives kappa with an interval, wide where people are few or always agree', () => {
  const pair = (subject: string, a: 'fear' | 'anger', b: 'fear' | 'anger') => ({
    imageKey: 1,
    subject,
    labels: [a, b] as const,
  });
  // Cohen's kappa of 20 both fear, 5 and 10 mixed, 15 both anger: (.7 - .5) / (1 - .5).
  const mixed = [...Array(50).keys()].map((n) =>
    pair(`S${n}`, n < 25 ? 'fear' : 'anger', n < 20 || (n >= 25 && n < 35) ? 'fear' : 'anger'),
  );
  const figures = labelAgreement({ people: ['A', 'B'], pairs: mixed });
  expect(figures).toMatchObject({ images: 50, subjects: 50, observed: { value: 0.7 } });
  expect(figures.kappa!.value).toBeCloseTo(0.4, 9);
  // The large-sample interval of Fleiss, Cohen and Everitt 1969 is [.149, .651].
  expect(figures.kappa!.low).toBeCloseTo(0.149, 1);
  expect(figures.kappa!.high).toBeCloseTo(0.651, 1);
  const alike = labelAgreement({
    people: ['A', 'B'],
    pairs: ['S1', 'S2', 'S3', 'S4'].map((s, n) => pair(s, n % 2 ? 'fear' : 'anger', n % 2 ? 'fear' : 'anger')),
  });
  expect(alike.kappa).toMatchObject({ value: 1, high: 1 });
  expect(alike.kappa!.low).toBeLessThan(0.1);
  expect(
    labelAgreement({ people: ['A', 'B'], pairs: [pair('S1', 'fear', 'fear'), pair('S2', 'fear', 'fear')] }).kappa,
  ).toBeNull();
});
