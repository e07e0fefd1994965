import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../emotion/emotion.ts';
import { addUser } from '../../people/users.node.ts';
import type { WritableDb } from '../../store.node.ts';
import { expectKind, newStore } from '../../testing/new-store.node.ts';
import { countUses } from '../use/count-uses.node.ts';
import { type ConsentOf, isTaken } from '../use/image-use.ts';
import { imageUses, labelledUses } from '../use/image-uses.node.ts';
import { blindPairs } from './blind-pairs.node.ts';
import { readFaces } from './image-faces.node.ts';
import { addImageLabel, labelsInForce, labelsOfImage } from './image-labels.node.ts';
import { imagesOfRun } from './images-of-run.node.ts';
import { inOrder, selectImages } from './select-images.node.ts';
import { addMadeImages, madeFace } from './testing/made-images.node.ts';
import type { ImageLabel, WallFilter } from './wall-filter.ts';

const MODEL = { digest: 'model', threshold: 0.6 };
const IMAGES = 400;

let store: ReturnType<typeof newStore>;
let db: WritableDb;
let ann: string;
let bea: string;
/** By place in the dataset. */
let keys: number[];

beforeAll(() => {
  store = newStore();
  db = store.db;
  ann = store.userId;
  bea = expectKind(addUser(db, { name: 'Bea', role: 'research' }), 'added').user.id;
  addMadeImages(db, { datasetId: 'faces', count: IMAGES, modelDigest: MODEL.digest });
  addMadeImages(db, { datasetId: 'others', count: 3 });
  keys = select({ datasetId: 'faces' }).map(({ key }) => key);
});
afterAll(() => store[Symbol.dispose]());
beforeEach(() => void db.prepare('DELETE FROM image_labels').run());

const nobodyEnrolled: ConsentOf = () => 'none';
const select = (filter: WallFilter, userId = ann, consentOf = nobodyEnrolled) =>
  selectImages(db, { filter, model: MODEL, userId, consentOf: () => consentOf });
const places = (filter: WallFilter, userId = ann) => select(filter, userId).map(({ key }) => keys.indexOf(key));
const all = Array.from({ length: IMAGES }, (_, image) => image);
const isChild = (image: number) => Math.floor(image / 20) % 2 === 0;
const ageOf = (image: number) => Math.floor(image / 20) % 18;

function say(userId: string, image: number, label: ImageLabel | null, atSecond = 0): void {
  addImageLabel(db, { imageKey: keys[image]!, userId, label, now: new Date(1_800_000_000_000 + 1000 * atSecond) });
}

describe('selectImages', () => {
  it('gives every image of every dataset without a filter', () => {
    expect(select({})).toHaveLength(IMAGES + 3);
    expect(select({})[101]).toEqual({
      key: keys[101],
      group: 1,
      emotion: 101 % 7,
      ageBand: 5,
      state: 'face',
      split: null,
      said: 101 % 7,
      probability: expect.closeTo(0.51, 5),
      disagrees: false,
      mine: -1,
      use: { name: 'trained', emotion: 'happiness' },
      shownUse: 'trained',
    });
  });

  it.each<[WallFilter, (image: number) => boolean]>([
    [{ group: 'adult' }, (image) => !isChild(image)],
    [{ group: 'unknown' }, () => false],
    [{ emotion: 'fear' }, (image) => image % 7 === 2],
    [{ emotion: 'none' }, () => false],
    [{ ageBand: '3-5' }, (image) => isChild(image) && ageOf(image) >= 3 && ageOf(image) < 6],
    [{ ageBand: '18+' }, (image) => !isChild(image)],
    [{ ageBand: 'unknown' }, () => false],
    [{ subject: 'S3' }, (image) => Math.floor(image / 20) === 3],
    [{ split: 'none' }, () => true],
    [{ split: 'train' }, () => false],
    [{ state: 'no-face' }, (image) => image % 100 === 99],
    [{ quality: 'small' }, (image) => image % 100 < 8],
    [{ quality: 'blurred' }, (image) => image % 100 !== 99 && image % 7 < 2],
    [{ disagrees: true }, (image) => image % 10 === 5 && image % 50 >= 10],
    [
      { group: 'child', emotion: 'anger', disagrees: true },
      (image) => isChild(image) && image % 7 === 0 && image % 10 === 5 && image % 50 >= 10,
    ],
  ])('%o', (filter, isMeant) => {
    expect(places({ datasetId: 'faces', ...filter })).toEqual(all.filter(isMeant));
  });

  it('knows the images that were picked', () => {
    expect(places({ keys: Uint32Array.of(keys[7]!, keys[3]!) })).toEqual([3, 7]);
    expect(places({ keys: new Uint32Array() })).toEqual([]);
  });

  it('tells who has labelled from who has not, for each person', () => {
    say(ann, 1, 'fear');
    say(ann, 2, 'fear');
    say(bea, 2, 'fear');
    say(ann, 3, 'fear');
    say(bea, 3, 'no-face');
    say(bea, 4, 'anger');
    say(bea, 4, null);
    const given = (labels: NonNullable<WallFilter['labels']>, userId = ann) =>
      places({ labels, datasetId: 'faces' }, userId);
    expect(given('mine')).toEqual([1, 2, 3]);
    expect(given('second-look', bea)).toEqual([1]);
    expect(given('second-look')).toEqual([]);
    expect(given('agree')).toEqual([2]);
    expect(given('differ')).toEqual([3]);
    expect(given('nobody')).toHaveLength(IMAGES - 3);
    expect(select({ subject: 'S0', datasetId: 'faces' })[2]!.mine).toBe(EMOTIONS.indexOf('fear'));
  });

  it('puts the surest first, or the least sure, and what nobody has read last', () => {
    const images = select({});
    const surest = inOrder(images, 'surest');
    expect(surest[0]!.probability).toBeCloseTo(0.99, 5);
    expect(surest.at(-1)!.said).toBe(-1);
    const leastSure = inOrder(images, 'least-sure');
    expect(leastSure[0]!.probability).toBeCloseTo(0.5, 5);
    expect(leastSure.at(-1)!.said).toBe(-1);
    expect(inOrder(images, 'dataset')).toEqual(images);
  });
});

it('finds the images of a run by what its model said', () => {
  db.prepare(
    `INSERT INTO runs (id, name, state, learner, regime, epochs, seed, engine, dataset_names_json, job_json, started_at, started_by)
     VALUES ('run', 'r', 'finished', 'supcon', 'children', 1, 1, 'wasm', '[]', '{}', '', ?)`,
  ).run(ann);
  const blob = (said: number, probability: number) => {
    const bytes = Buffer.alloc(28);
    bytes.writeFloatLE(probability, 4 * said);
    return bytes;
  };
  const add = db.prepare(
    "INSERT INTO run_images (run_id, image_key, split, truth, probabilities) VALUES ('run', ?, ?, ?, ?)",
  );
  add.run(keys[0], 'test', 'anger', blob(0, 0.9));
  add.run(keys[1], 'test', 'anger', blob(2, 0.75));
  add.run(keys[2], 'val', 'fear', blob(2, 1));
  const found = (part: object) => [...imagesOfRun(db, { runId: 'run', ...part })].map((key) => keys.indexOf(key));
  expect(found({})).toEqual([0, 1, 2]);
  expect(found({ split: 'test' })).toEqual([0, 1]);
  expect(found({ truth: 'anger', said: 'fear' })).toEqual([1]);
  expect(found({ right: false })).toEqual([1]);
  expect(found({ sureFrom: 0.5, sureTo: 0.75 })).toEqual([1]);
  expect(found({ sureFrom: 0.75, sureTo: 1 })).toEqual([0, 2]);
  expect(places({ run: { runId: 'run', said: 'fear' } })).toEqual([1, 2]);
  expect(places({ run: { runId: 'gone' } })).toEqual([]);
});

it('gives faces in the order that was asked for, and black where there is none', () => {
  const faces = readFaces(db, [keys[5]!, keys[99]!, keys[2]!]);
  expect(Buffer.from(faces.subarray(0, 3600)).equals(madeFace(5, 5))).toBe(true);
  expect(faces.subarray(3600, 7200).every((level) => level === 0)).toBe(true);
  expect(Buffer.from(faces.subarray(7200)).equals(madeFace(2, 2))).toBe(true);
});

describe('labels of people', () => {
  it('count by the newest of each person; what was said before stays in the store', () => {
    say(ann, 1, 'fear');
    say(bea, 1, 'anger');
    say(ann, 1, 'sadness');
    say(bea, 2, 'anger');
    say(bea, 2, null);
    expect(labelsOfImage(db, keys[1]!)).toEqual([
      { userId: ann, userName: 'Ann', label: 'sadness' },
      { userId: bea, userName: 'Bea', label: 'anger' },
    ]);
    expect([...labelsInForce(db, 'faces').keys()]).toEqual([keys[1]]);
    expect(labelsInForce(db, 'others').size).toBe(0);
    expect(db.prepare('SELECT count(*) FROM image_labels').pluck().get()).toBe(5);
  });

  it('replace what the dataset says, leave an image out, or are in dispute', () => {
    say(ann, 1, 'fear');
    say(ann, 2, 'no-face');
    say(bea, 2, 'no-face');
    say(ann, 3, 'fear');
    say(bea, 3, 'anger');
    say(ann, 4, 'fear');
    say(ann, 4, null);
    expect(labelledUses(db, 'faces', nobodyEnrolled).map(({ path, use }) => [path, use])).toEqual([
      ['faces/1.png', { name: 'trained', emotion: 'fear' }],
      ['faces/2.png', { name: 'labelled-no-face', emotion: null }],
      ['faces/3.png', { name: 'disputed', emotion: null }],
    ]);
  });
});

describe('what a training makes of the images', () => {
  it('is the same on the wall, in the counts and for a run, with labels and consent', () => {
    db.prepare('UPDATE dataset_images SET emotion = NULL WHERE key BETWEEN ? AND ?').run(keys[0], keys[4]);
    say(ann, 1, 'fear');
    say(ann, 2, 'not-usable');
    say(ann, 7, 'happiness');
    say(ann, 45, 'happiness');
    const consentOf: ConsentOf = (subject) => (subject === 'S2' ? 'never' : subject === 'S4' ? 'ended' : 'covers');
    const shown = select({ datasetId: 'faces' }, ann, consentOf);
    const nameOf = (image: number) => shown[image]!.use.name;
    expect([0, 1, 2, 45, 80, 99].map(nameOf)).toEqual([
      'no-label',
      'trained',
      'labelled-not-usable',
      'no-consent',
      'consent-ended',
      'no-face',
    ]);
    expect(shown[1]!.use.emotion).toBe('fear');
    const uses = new Map(imageUses(db, 'faces', consentOf).map(({ key, use }) => [key, use]));
    expect(shown.map(({ key, use }) => [key, use])).toEqual(shown.map(({ key }) => [key, uses.get(key)]));
    const taken = shown.filter(({ use }) => isTaken(use));
    expect(countUses(db, 'faces', consentOf)).toEqual({
      images: taken.length,
      children: 8,
      adults: 10,
      imagesByEmotion: Object.fromEntries(
        EMOTIONS.map((emotion) => [emotion, taken.filter(({ use }) => use.emotion === emotion).length]),
      ),
    });
    db.prepare("UPDATE dataset_images SET emotion = 'neutral' WHERE key BETWEEN ? AND ?").run(keys[0], keys[4]);
  });

  it('is kept from a second person where the first one’s label decides, until they have labelled', () => {
    say(ann, 1, 'no-face');
    say(ann, 2, 'fear');
    say(bea, 2, 'anger');
    const cleo = expectKind(addUser(db, { name: 'Cleo', role: 'research' }), 'added').user.id;
    const usesFor = (userId: string) => {
      const images = select({ datasetId: 'faces' }, userId);
      return [images[1]!.shownUse, images[2]!.shownUse, images[3]!.shownUse];
    };
    expect(usesFor(ann)).toEqual(['labelled-no-face', 'disputed', 'trained']);
    expect(usesFor(bea)).toEqual(['second-look', 'disputed', 'trained']);
    expect(usesFor(cleo)).toEqual(['second-look', 'disputed', 'trained']);
    expect(places({ datasetId: 'faces', use: 'second-look' }, bea)).toEqual([1]);
    expect(places({ datasetId: 'faces', use: 'labelled-no-face' }, bea)).toEqual([]);
  });
});

describe('blindPairs', () => {
  const pairs = () =>
    blindPairs(db, 'faces').flatMap(({ people, pairs: found }) => [people, ...found.map(({ labels }) => labels)]);

  it('takes what both said before either saw the other, whatever they said afterwards', () => {
    say(ann, 1, 'fear', 0);
    say(bea, 1, 'anger', 60);
    say(bea, 1, 'fear', 90);
    say(bea, 2, 'surprise', 100);
    say(ann, 2, 'surprise', 200);
    expect(pairs()).toEqual([
      ['Ann', 'Bea'],
      ['fear', 'anger'],
      ['surprise', 'surprise'],
    ]);
    expect(blindPairs(db, 'others')).toEqual([]);
  });

  it('does not count a slip that was put right at once, nor a label taken back before the other came', () => {
    say(ann, 1, 'fear', 0);
    say(bea, 1, 'anger', 60);
    say(bea, 1, null, 61);
    say(bea, 1, 'fear', 63);
    say(ann, 2, 'anger', 70);
    say(ann, 2, null, 90);
    say(bea, 2, 'fear', 100);
    expect(pairs()).toEqual([
      ['Ann', 'Bea'],
      ['fear', 'fear'],
    ]);
  });
});
