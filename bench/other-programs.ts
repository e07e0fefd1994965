/**
 * What other programs make of our models: onnxruntime, numpy over model.safetensors, and the documented recipe by which a
 * face is cut out of a photograph, on every child of the demo cohort's test split. Prints; see docs/other-programs.md.
 *
 *     FACEWARD_FETCH_PYTHON=1 npx node bench/other-programs.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import { splitBySubject } from '../src/core/dataset/split-by-subject.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { softmaxAt } from '../src/core/evaluation/calibration/temperature.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { onnxModel } from '../src/core/registry/onnx/onnx-model.ts';
import { OTHER_PROGRAMS } from '../src/core/registry/testing/other-programs-python.ts';
import { pythonTool } from '../src/core/report/testing/python-tool.ts';
import { predictLogits } from '../src/core/training/net/forward.ts';
import { cutOut } from './other-programs/cut-out.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { model: { type: 'string', default: join(ROOT, 'models/base') }, all: { type: 'boolean', default: false } },
});

const python = pythonTool(OTHER_PROGRAMS, { isLarge: true });
if ('missing' in python) throw new Error(python.missing);

const model = await readModel(values.model);
const { records } = await readDataset([join(ROOT, 'resources/demo-cohort')], { labelColumn: 'emotion' });
const { test } = splitBySubject(records, { seed: 1, shares: { train: 0.65, val: 0.1, test: 0.25 } });
await startWasm();
const faces = await cutOut(values.all ? records : test.filter(({ group }) => group === 'child'));

const { architecture, classes, temperature } = model.config;
const crops = Uint8Array.from(faces.flatMap(({ crop }) => [...crop]));
const net = { encoder: architecture, tensors: model.tensors, classes };
const logits = await predictLogits(net, { count: faces.length, cropPx: 60, crops });
const probabilities = softmaxAt(logits, classes.length, temperature);

const SCRIPT = `
import json, sys
sys.path.insert(0, sys.argv[1])
import numpy as np
from PIL import Image
from read_a_face import aligned_crop, onnx_probabilities, weights_logits

onnx_file, weights_file = sys.argv[2:]
asked = json.load(sys.stdin)
ours = np.array([face["crop"] for face in asked["faces"]], np.uint8).reshape(-1, 60, 60)
ours_said = np.array(asked["probabilities"]).reshape(len(ours), -1)
theirs = np.array([aligned_crop(np.asarray(Image.open(face["file"]).convert("RGB")), face["landmarks"]) for face in asked["faces"]])
classes, on_ours, threshold = onnx_probabilities(onnx_file, ours)
_, on_theirs, _ = onnx_probabilities(onnx_file, theirs)
grey = np.abs(theirs.astype(int) - ours.astype(int))
some = range(0, len(ours), max(1, len(ours) // 20))
logits = np.array([weights_logits(weights_file, ours[i]) for i in some])
off = np.abs(logits - np.array(asked["logits"]).reshape(len(ours), -1)[list(some)])
print(f"{len(ours)} faces, {asked['model']}, onnxruntime on our crops: probabilities differ by {np.abs(on_ours - ours_said).max():.1e} at most")
print(f"numpy over model.safetensors, {len(off)} faces: logits differ by {off.max():.1e} at most")
print(f"crops by the recipe: {grey.mean():.4f} grey levels mean, {grey.max()} most, {(grey > 0).mean():.2%} of the pixels differ")
print(f"photograph to probabilities by the recipe and onnxruntime: {np.abs(on_theirs - ours_said).max():.1e} at most, {np.abs(on_theirs - ours_said).mean():.1e} mean")
`;

const work = mkdtempSync(join(tmpdir(), 'faceward-other-programs-'));
try {
  const onnxFile = join(work, 'model.onnx');
  writeFileSync(onnxFile, onnxModel(model));
  const asked = {
    model: model.config.id,
    faces: faces.map(({ file, landmarks, crop }) => ({ file, landmarks, crop: [...crop] })),
    probabilities: [...probabilities],
    logits: [...logits],
  };
  const script = [join(ROOT, 'docs'), onnxFile, join(values.model, 'model.safetensors')];
  process.stdout.write(python.run(SCRIPT, script, Buffer.from(JSON.stringify(asked))));
} finally {
  rmSync(work, { recursive: true });
}
