import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { madeFace } from '../../core/store/lab/wall/testing/made-images.node.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';
import { readFacesJob } from './read-faces.node.ts';

const MODEL = join(import.meta.dirname, '../../../models/base');

it('reads faces in pieces as the model does at once, each under its key', async () => {
  const count = 130;
  const crops = new Uint8Array(Buffer.concat([...Array(count).keys()].map((image) => madeFace(image, image % 7))));
  const keys = [...Array(count).keys()].map((image) => 1000 - image);
  const model = await readModel(MODEL);
  const { signal } = new AbortController();
  const read = new Map<number, Float32Array>();
  for await (const told of readFacesJob({ model: { dir: MODEL, digest: model.digest }, keys, crops }, { signal })) {
    for (const [row, key] of told.keys.entries()) read.set(key, told.probabilities.slice(row * 7, (row + 1) * 7));
  }
  expect([...read.keys()]).toEqual(keys);
  const { classes } = model.config;
  const whole = await predictFaces(model, { count, cropPx: 60, crops });
  for (const row of [0, 127, 128, 129]) {
    for (const [column, emotion] of classes.entries()) {
      const own = read.get(1000 - row)![EMOTIONS.indexOf(emotion)];
      expect(own).toBeCloseTo(whole[row * classes.length + column]!, 5);
    }
  }
  await expect(
    readFacesJob({ model: { dir: MODEL, digest: 'another' }, keys, crops }, { signal }).next(),
  ).rejects.toThrow();
});
