import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CROP_PX, type FaceCrops } from '../../dataset/faces/face-set.ts';
import { loadCrops } from '../../dataset/faces/load-faces.node.ts';
import { readDataset } from '../../dataset/read-dataset.node.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { softmaxAt } from '../../evaluation/calibration/temperature.ts';
import { INSTALL_MS, pythonTool } from '../../report/testing/python-tool.ts';
import { predictLogits } from '../../training/net/forward.ts';
import { untrainedTensors } from '../../training/testing/untrained-tensors.ts';
import { randomAt } from '../../training/views/random.ts';
import type { ModelConfig } from '../model-config.ts';
import { type ModelFolder, readModel } from '../model-folder.node.ts';
import { exampleModel } from '../testing/example-model.ts';
import { OTHER_PROGRAMS } from '../testing/other-programs-python.ts';
import { onnxGraph } from './onnx-graph.ts';
import { onnxModel } from './onnx-model.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const work = mkdtempSync(join(tmpdir(), 'faceward-onnx-'));
afterAll(() => rmSync(work, { recursive: true }));

type Exported = Pick<ModelFolder, 'config' | 'tensors' | 'digest'>;

/** Nobody trained it, but its weights and statistics are of all sizes. */
function drawnModel(architecture: ModelConfig['architecture'], classes: ModelConfig['classes']): Exported {
  const { config } = exampleModel({ architecture, classes });
  return { config, tensors: untrainedTensors(architecture, classes.length, randomAt(7)), digest: 'd'.repeat(64) };
}

const small = drawnModel({ kind: 'resnet', inputPx: 30, stageChannels: [3, 5, 6] }, ['fear', 'anger', 'neutral']);

describe('the graph', () => {
  const graph = onnxGraph(small.config, small.tensors);
  const nodeOf = (name: string) => graph.nodes.find(({ output }) => output === name)!;

  test('a stride of 2 is padded below and right on an even side, and all round on an odd one', () => {
    expect(nodeOf('stem').attributes).toMatchObject({ strides: [1, 1], pads: [1, 1, 1, 1] });
    expect(nodeOf('stage2_conv1').attributes).toMatchObject({ strides: [2, 2], pads: [0, 0, 1, 1] }); // 30 -> 15
    expect(nodeOf('stage3_conv1').attributes).toMatchObject({ strides: [2, 2], pads: [1, 1, 1, 1] }); // 15 -> 8
    expect(nodeOf('stage2_shortcut').attributes).toMatchObject({ strides: [2, 2], pads: [0, 0, 0, 0] });
  });

  test('kernels lie as out, in, height, width', () => {
    const { shape, data } = graph.initializers.find(({ name }) => name === 'stage2_conv1_weight')!;
    expect(shape).toEqual([5, 3, 3, 3]);
    const scale = small.tensors['stage2.conv1.norm.scale']!.data;
    const variance = small.tensors['stage2.conv1.norm.variance']!.data;
    const ours = small.tensors['stage2.conv1.weight']!.data;
    const [row, column, from, to] = [2, 1, 1, 4];
    const wanted = ours[((row * 3 + column) * 3 + from) * 5 + to]! * (scale[to]! / Math.sqrt(variance[to]! + 1e-3));
    expect(data[((to * 3 + from) * 3 + row) * 3 + column]).toBeCloseTo(wanted, 6);
  });

  test('every name is one that C would take, and comes before it is read', () => {
    const known = new Set([...graph.initializers, ...graph.inputs].map(({ name }) => name));
    for (const { inputs, output } of graph.nodes) {
      for (const input of inputs) expect(known).toContain(input);
      expect(known).not.toContain(output);
      known.add(output);
    }
    for (const name of known) expect(name).toMatch(/^[a-z_][a-z0-9_]*$/);
  });
});

const python = pythonTool(OTHER_PROGRAMS, { isLarge: true });

/** ONNX's own checker, its shape inference, and onnxruntime on the faces. */
const SCRIPT = `
import json, sys
import numpy, onnx, onnxruntime

path, faces = sys.argv[1], numpy.frombuffer(sys.stdin.buffer.read(), numpy.uint8).reshape(-1, 1, 60, 60)
model = onnx.load(path)
onnx.checker.check_model(model, full_check=True)
onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
session = onnxruntime.InferenceSession(path)
try:
    session.run(None, {"crop": faces / 255.0})
    refused = ""
except Exception as error:
    refused = str(error)
[probabilities] = session.run(None, {"crop": faces})
print(json.dumps({
    "opset": [(each.domain, each.version) for each in model.opset_import],
    "inputs": [(each.name, each.type, each.shape) for each in session.get_inputs()],
    "outputs": [(each.name, each.type, each.shape) for each in session.get_outputs()],
    "metadata": session.get_modelmeta().custom_metadata_map,
    "refused": refused,
    "probabilities": probabilities.ravel().tolist(),
}))
`;

describe.skipIf('missing' in python)('onnxruntime', () => {
  let photographs: FaceCrops;
  beforeAll(async () => {
    await startWasm();
    const { records } = await readDataset([join(ROOT, 'resources/demo-cohort')], { labelColumn: 'emotion' });
    photographs = (await loadCrops(records.filter((_, i) => i % 80 === 0))).faces;
  }, INSTALL_MS);

  /** Faces, and what no camera gives: black, white, one grey, noise. */
  function everything(): FaceCrops {
    const random = randomAt(3);
    const odd = [() => 0, () => 255, () => random.integer(256), () => 7].map((level) =>
      Uint8Array.from({ length: CROP_PX * CROP_PX }, level),
    );
    const crops = Uint8Array.from([...photographs.crops, ...odd.flatMap((each) => [...each])]);
    return { count: photographs.count + odd.length, cropPx: CROP_PX, crops };
  }

  async function compared(model: Exported) {
    const faces = everything();
    const file = join(work, `${model.config.id}.onnx`);
    writeFileSync(file, onnxModel(model));
    if ('missing' in python) throw new Error(python.missing);
    const seen = JSON.parse(python.run(SCRIPT, [file], faces.crops).toString('utf8'));
    const { config, tensors } = model;
    const logits = await predictLogits({ encoder: config.architecture, tensors, classes: config.classes }, faces);
    const ours = softmaxAt(logits, config.classes.length, config.temperature);
    expect(seen.probabilities).toHaveLength(ours.length);
    const differences = Array.from(ours, (each, i) => Math.abs(each - seen.probabilities[i]));
    const ofOneGrey = Math.max(...differences.splice(-config.classes.length));
    return { seen, largest: Math.max(...differences), ofOneGrey };
  }

  test('gives our probabilities of the shipped model, with nothing known but the file', async () => {
    const model = await readModel(join(ROOT, 'models/base'));
    const { seen, largest, ofOneGrey } = await compared(model);
    expect(largest).toBeLessThan(1e-5);
    // All that a picture of one grey leaves to be seen is how its mean was rounded; it is no face, and not read live.
    expect(ofOneGrey).toBeLessThan(1e-3);
    expect(seen).toMatchObject({
      opset: [['', 13]],
      inputs: [['crop', 'tensor(uint8)', ['faces', 1, 60, 60]]],
      outputs: [['probabilities', 'tensor(float)', ['faces', 7]]],
      metadata: {
        classes: 'anger,disgust,fear,happiness,sadness,surprise,neutral',
        threshold: String(model.config.threshold),
        model_digest: model.digest,
      },
      refused: expect.stringMatching(/tensor\(double\).*tensor\(uint8\)/),
    });
  });

  test('gives those of a net with odd sides and few classes', async () => {
    const { largest } = await compared(small);
    expect(largest).toBeLessThan(1e-5);
  });
});
