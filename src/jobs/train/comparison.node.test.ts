import { beforeAll, describe, expect, it } from 'vitest';
import { CROP_PX, type FaceSet, votesForLabels } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../../core/emotion/emotion.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import type { ModelFolder } from '../../core/registry/model-folder.node.ts';
import { subjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { keyedBy, subjectDigests } from '../../core/registry/subjects/subject-digest.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import { compareOnTest } from './comparison.node.ts';
import type { RunData } from './training-data.node.ts';

const key = keyedBy('ab'.repeat(32));
const SUBJECTS = ['c1', 'c2', 'c3'];

/** Every emotion once of each subject. */
function testFaces(): FaceSet {
  const rows = SUBJECTS.flatMap((subject) => EMOTIONS.map((_, emotion) => ({ subject, emotion })));
  const emotion = Int8Array.from(rows, (each) => each.emotion);
  return {
    count: rows.length,
    cropPx: CROP_PX,
    crops: Uint8Array.from({ length: rows.length * CROP_PX * CROP_PX }, (_, i) => (i * 31) % 256),
    emotion,
    votes: votesForLabels(emotion),
    group: rows.map(() => 'child'),
    subject: rows.map(({ subject }) => subject),
    ageYears: rows.map(() => 6),
    path: rows.map((_, i) => `${i}.jpg`),
  };
}

const test = testFaces();
const data = { test, split: exampleModel().config.split } as unknown as RunData;
/** Of a model that is always right. */
const perfect = new Float32Array(test.count * 7).map((_, i) => (i % 7 === test.emotion[Math.floor(i / 7)] ? 1 : 0));

function referenceFittedOn(train: string[], change: Partial<ModelConfig> = {}): ModelFolder {
  const { split } = exampleModel().config;
  const subjects = { ...split.subjects, train: subjectDigests(key, train), val: [] };
  const model = exampleModel({ id: 'reference', split: { ...split, digests: key.name, subjects }, ...change });
  return { ...model, dir: '', configJson: '', weights: new Uint8Array(), card: '', digest: '' };
}

async function compare(reference: ModelFolder, keys = subjectKeys(key)) {
  const run = compareOnTest(perfect, EMOTIONS, data, reference, { distress: null, seed: 1, now: () => 0, keys });
  const records: LogRecord[] = [];
  let next = await run.next();
  for (; !next.done; next = await run.next()) records.push(next.value);
  return {
    comparison: next.value,
    warnings: records.flatMap((each) => (each.kind === 'warning' ? [each.message] : [])),
  };
}

beforeAll(async () => {
  await startWasm();
});

describe('compareOnTest', () => {
  it('compares on all test images with a model that has seen none of them', async () => {
    const { comparison, warnings } = await compare(referenceFittedOn(['elsewhere']));
    expect(warnings).toEqual([]);
    expect(comparison).toMatchObject({ referenceModelId: 'reference', images: 21, subjects: 3 });
    expect(comparison!.accuracyDifference.value).toBeCloseTo(1 - comparison!.reference.accuracy.value, 9);
  });

  it('leaves out, and says so, the subjects that the reference was fitted on', async () => {
    const { comparison, warnings } = await compare(referenceFittedOn(['c1']));
    expect(comparison).toMatchObject({ images: 14, subjects: 2 });
    expect(warnings).toEqual([expect.stringContaining('reference was fitted on 1 of the test subjects')]);
  });

  it('says so where it cannot be told whom the reference has seen', async () => {
    const { comparison, warnings } = await compare(referenceFittedOn(['c1']), subjectKeys(keyedBy('ac'.repeat(32))));
    expect(comparison).toMatchObject({ subjects: 3 });
    expect(warnings).toEqual([expect.stringMatching(/^Whether reference was fitted .* cannot be told/)]);
  });

  it('makes no comparison when the reference has seen everybody', async () => {
    const { comparison, warnings } = await compare(referenceFittedOn(SUBJECTS));
    expect(comparison).toBeNull();
    expect(warnings.at(-1)).toContain('no test image on which a comparison with reference would be fair');
  });

  it('compares on the emotions that both know', async () => {
    const classes: Emotion[] = ['happiness', 'neutral'];
    const { comparison, warnings } = await compare(referenceFittedOn([], { classes }));
    expect(comparison).toMatchObject({ images: 6, reference: { classes } });
    expect(warnings).toEqual([expect.stringContaining('knows Happiness and Neutral only')]);
  });
});
