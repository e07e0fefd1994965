import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationSchema } from '../../core/evaluation/evaluation-schema.ts';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { knowEngines } from './testing/known-engines.ts';
import { runHere } from './testing/run-here.ts';
import { writeTinyDataset } from './testing/tiny-dataset.ts';

/** Two models read images and an engine is chosen, each in its own process start. */
const TIMEOUT_MS = 180_000;

let dir: string;
let model: string;
let dataset: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-evaluate-'));
  model = join(dir, 'example');
  await knowEngines(join(dir, 'data'));
  dataset = join(dir, 'cohort');
  const { config, tensors } = exampleModel();
  await writeModel(model, config, tensors);
  // Two images of each emotion a child; a third child shows sadness only.
  await writeTinyDataset(dataset, { children: 3, adults: 2 }, (rows) => {
    const children = [...new Set(rows.filter((row) => row.group === 'child').map((row) => row.subject))];
    return rows.filter((row) => row.subject !== children[2] || row.emotion === 'sadness');
  });
});

afterAll(() => rm(dir, { recursive: true, force: true }));

describe('faceward evaluate', () => {
  it(
    'writes the result as a document and as a page, against a second model, with adults apart and pictures',
    async () => {
      const [json, page] = [join(dir, 'found.json'), join(dir, 'found.html')];
      const { code, stdout, stderr } = await runHere([
        ...[
          'evaluate',
          '--model',
          model,
          '--dataset',
          dataset,
          '--data',
          join(dir, 'data'),
          '--against',
          model,
          '--adults',
          '--min-images',
          '5',
        ],
        ...['--json', json, '--html', page, '--with-images'],
      ]);
      expect(stderr).toContain('Counted are the emotions with at least 5 images: sadness. 24 images of others');
      expect(code).toBe(0);
      const found = JSON.parse(await readFile(json, 'utf8'));
      expect(evaluationSchema.parse(found.evaluation)).toEqual(found.evaluation);
      expect(found.evaluation).toMatchObject({ images: 6, subjects: 3, leftOut: 24, restrictedTo: ['sadness'] });
      expect(found.evaluation.byGroup.map((each: { group: string }) => each.group)).toEqual(['child', 'adult']);
      // Three children who are all alike: 3.8415 / (3 + 3.8415).
      const [low, high] = [expect.closeTo(-0.5615, 4), expect.closeTo(0.5615, 4)];
      expect(found.comparison.accuracyDifference).toEqual({ value: 0, low, high });
      expect(stdout).toMatch(/difference to example/);
      expect(stdout).toMatch(/majority class/);

      const text = await readFile(page, 'utf8');
      expect(text).toContain('example 1.0.0 on cohort, all children');
      expect(text).toContain('faceward evaluate --model example --dataset cohort --split all --min-images 5');
      expect(text).not.toContain(dir);
      expect(text).toContain('THIS FILE HOLDS PICTURES OF FACES');
      expect(text).toMatch(/src="data:image\/png;base64,/);
      expect(JSON.stringify(found)).not.toContain('data:image');
    },
    TIMEOUT_MS,
  );

  it('says that pictures need a page to be in', async () => {
    const { code, stderr } = await runHere(['evaluate', '--model', model, '--dataset', dataset, '--with-images']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('give --html <file> too')]);
  });
});
