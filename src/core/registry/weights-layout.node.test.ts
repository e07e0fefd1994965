import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alignFace } from '../capture/align-face.ts';
import { cropFace } from '../capture/crop-face.ts';
import { loadFaceNetsFromPackage } from '../capture/nets/face-nets.node.ts';
import { decodeImage } from '../dataset/faces/decode-image.node.ts';
import { readDataset } from '../dataset/read-dataset.node.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { startWasm } from '../engine/wasm.node.ts';
import { INSTALL_MS, pythonTool } from '../report/testing/python-tool.ts';
import { predictLogits } from '../training/net/forward.ts';
import { untrainedTensors } from '../training/testing/untrained-tensors.ts';
import { randomAt } from '../training/views/random.ts';
import { modelCard } from './model-card.ts';
import { writeModel } from './model-folder.node.ts';
import { readSafetensors } from './safetensors.ts';
import { exampleModel } from './testing/example-model.ts';
import { OTHER_PROGRAMS } from './testing/other-programs-python.ts';
import { WEIGHTS_METADATA } from './weights-layout.ts';

const ROOT = join(import.meta.dirname, '../../..');
const dir = join(mkdtempSync(join(tmpdir(), 'faceward-layout-')), 'drawn');
afterAll(() => rmSync(join(dir, '..'), { recursive: true }));

const { config } = exampleModel({ architecture: { kind: 'resnet', inputPx: 48, stageChannels: [3, 5, 6] } });
const tensors = untrainedTensors(config.architecture, EMOTIONS.length, randomAt(5));
beforeAll(() => writeModel(dir, config, tensors));

test('file and card say in which order the weights lie, and the card how a face goes in', async () => {
  const { metadata } = readSafetensors(await readFile(join(dir, 'model.safetensors')));
  expect({ ...metadata }).toEqual(WEIGHTS_METADATA);
  expect(metadata.format).toBe('tf');
  const card = modelCard(config);
  expect(card).toContain('kernels lie as height, width, in, out; for PyTorch: permute(3, 2, 0, 1)');
  expect(card).toContain('(opset 13)');
  expect(card).toContain('faces x 1 x 60 x 60 (NCHW)');
  expect(card).toContain('the middle 48 x 48, from row and column 6 on');
});

const python = pythonTool(OTHER_PROGRAMS, { isLarge: true });

const SCRIPT = `
import json, sys
sys.path.insert(0, sys.argv[1])
import numpy as np
from PIL import Image
from read_a_face import aligned_crop, weights_logits

crop = aligned_crop(np.asarray(Image.open(sys.argv[2]).convert("RGB")), json.load(sys.stdin))
print(json.dumps({"crop": crop.ravel().tolist(), "logits": weights_logits(sys.argv[3], crop).tolist()}))
`;

describe.skipIf('missing' in python)('the recipe in Python', () => {
  test(
    'cuts a face out as we do, and reads it by the weights as we do',
    async () => {
      if ('missing' in python) throw new Error(python.missing);
      await startWasm();
      const { records } = await readDataset([join(ROOT, 'resources/demo-cohort')], { labelColumn: 'emotion' });
      const { path, box, source, dir: cohort } = records[5]!;
      const nets = await loadFaceNetsFromPackage();
      const decoded = await decodeImage(await readFile(join(cohort, path)), source);
      if (decoded.kind === 'fault' || !box) throw new Error('an image with a box was expected');
      const landmarks = await nets.landmarks(decoded.frame, box);
      nets.dispose();
      const alignment = alignFace(landmarks, box);
      if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
      const crops = cropFace(decoded.frame, alignment.cropToFrame);
      const ours = await predictLogits(
        { encoder: config.architecture, tensors, classes: EMOTIONS },
        { count: 1, cropPx: 60, crops },
      );

      const points = Buffer.from(JSON.stringify(landmarks.map(({ xPx, yPx }) => [xPx, yPx])));
      const script = [join(ROOT, 'docs'), join(cohort, path), join(dir, 'model.safetensors')];
      const theirs = JSON.parse(python.run(SCRIPT, script, points).toString('utf8'));
      const off = [...crops].map((level, i) => Math.abs(level - theirs.crop[i]));
      // Another version of libjpeg may round a pixel otherwise.
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
      for (const [i, logit] of ours.entries()) expect(theirs.logits[i]).toBeCloseTo(logit, 2);
    },
    INSTALL_MS,
  );
});
