/** Milliseconds to read one face on an engine, on wasm as a live session does; see README.md. */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { ENGINE_NAMES, type EngineName } from '../src/core/engine/engine.ts';
import { loadClassifier } from '../src/core/inference/classify.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { exampleFaces } from '../src/core/training/testing/example-faces.ts';
import { englishOf } from '../src/core/words/failure-sentence.ts';
import { spreadOf, spreadText } from './spread.ts';

interface Options {
  readonly engine: EngineName;
  readonly model: string;
  readonly rounds: number;
  readonly faces: number;
}

const { engine, model, rounds, faces } = new Command('live-face')
  .addOption(new Option('--engine <name>', 'what computes').choices(ENGINE_NAMES).default('wasm'))
  .requiredOption('--model <dir>', 'the model folder', join(import.meta.dirname, '../models/base'))
  .option('--rounds <n>', 'rounds', Number, 10)
  .option('--faces <n>', 'faces in a round', Number, 100)
  .parse()
  .opts<Options>();

const WARM_UP_FACES = 20;

const { device } = (await startEngine({ requested: engine, dataDir: null })).engine;
const { config, weights } = await readModel(model);
const classifier = loadClassifier(config, weights);
const { crops, cropPx } = exampleFaces([{ group: 'child', imagesByEmotion: [1] }], 1);
const crop = crops.subarray(0, cropPx * cropPx);
for (let face = 0; face < WARM_UP_FACES; face++) await classifier.classify(crop);
const perFaceMs: number[] = [];
for (let round = 0; round < rounds; round++) {
  const fromMs = performance.now();
  for (let face = 0; face < faces; face++) await classifier.classify(crop);
  perFaceMs.push((performance.now() - fromMs) / faces);
}
classifier.dispose();
console.log(
  `${engine}, ${englishOf(device)}: ${spreadText(spreadOf(perFaceMs), 2)} ms a face, n = ${rounds * faces} faces`,
);
