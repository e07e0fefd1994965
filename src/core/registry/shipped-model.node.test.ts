import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelCard } from './model-card.ts';
import { readModel } from './model-folder.node.ts';
import { readSafetensors } from './safetensors.ts';
import { shippedDigest } from './shipped-digests.ts';
import { WEIGHTS_METADATA } from './weights-layout.ts';

/** Of the numbers alone, in the order of the tensors: what is written about them may change, and they may not. */
const BASE_WEIGHTS = '18aaf06fab28dc3dca5c25269b4f42e4aeb45260b38b8e3ccaa4cedfaf8f4d14';

test('the model that ships is told of as the program tells of models today; if not: npm run model-sums', async () => {
  const { weights, card, config, digest } = await readModel(join(import.meta.dirname, '../../../models/base'));
  expect({ ...readSafetensors(weights).metadata }).toEqual(WEIGHTS_METADATA);
  expect(card).toBe(modelCard(config));
  expect(shippedDigest('base'), 'what src/core/registry/shipped-digests.ts names').toBe(digest);
  const headerBytes = Number(new DataView(weights.buffer).getBigUint64(0, true));
  const numbers = createHash('sha256').update(weights.subarray(8 + headerBytes));
  expect(numbers.digest('hex')).toBe(BASE_WEIGHTS);
});
