import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evaluation } from '../evaluation/evaluation-schema.ts';
import { evaluationPage } from '../evaluation/page/page.ts';
import type { NetTensors } from '../training/net/trained-net.ts';
import { failure } from '../words/failure.ts';
import { modelCard } from './model-card.ts';
import { type ModelConfig, parseModelConfig } from './model-config.ts';
import { checkSums, DIGESTED_FILES, digestOf, sumsOf } from './model-digest.node.ts';
import { ModelFolderError } from './model-folder-error.ts';
import { checkWeights, readWeights } from './model-weights.ts';
import { writeSafetensors } from './safetensors.ts';
import { WEIGHTS_METADATA } from './weights-layout.ts';

/** Names of the files in a model folder. */
export const MODEL_FILES = {
  card: 'README.md',
  config: 'config.json',
  weights: 'model.safetensors',
  evaluation: 'evaluation.json',
  page: 'evaluation.html',
  sums: 'SHA256SUMS',
} as const;

/** Larger than any model of this kind; a bound against a file that is not one. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export interface ModelFolder {
  readonly dir: string;
  readonly config: ModelConfig;
  readonly configJson: string;
  /** The bytes of model.safetensors. */
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly tensors: NetTensors;
  readonly card: string;
  /** Of all that the model is: model-digest.node.ts. */
  readonly digest: string;
}

/**
 * Reads a model and checks that its files belong together, are as they were written, and can be those of a model.
 *
 * @param registered The model's digest as it was entered; null where nobody entered it. Files of another are refused.
 * @throws ModelFolderError naming the file and what is wrong with it.
 */
export async function readModel(dir: string, registered: string | null = null): Promise<ModelFolder> {
  const configBytes = await readBounded(dir, MODEL_FILES.config);
  const configJson = configBytes.toString('utf8');
  const weights = new Uint8Array(await readBounded(dir, MODEL_FILES.weights));
  const cardBytes = await readBounded(dir, MODEL_FILES.card);
  const sums = sumsOf({ 'README.md': cardBytes, 'config.json': configBytes, 'model.safetensors': weights });
  const digest = digestOf(sums);
  if (registered !== null && digest !== registered) {
    throw new ModelFolderError(failure('models.not-as-registered', { path: dir, registered, found: digest }));
  }
  const config = explain(dir, MODEL_FILES.config, () => parseModelConfig(configJson));
  const tensors = explain(dir, MODEL_FILES.weights, () => readWeights(config, weights));
  checkSums(dir, sums, await readSums(dir));
  return { dir, config, configJson, weights, tensors, card: cardBytes.toString('utf8'), digest };
}

/** Enters the files of a folder as they are now into its SHA256SUMS. @returns The digest. */
export async function writeSums(dir: string): Promise<string> {
  const [card, config, weights] = await Promise.all(DIGESTED_FILES.map((name) => readBounded(dir, name)));
  const sums = sumsOf({ 'README.md': card!, 'config.json': config!, 'model.safetensors': weights! });
  await writeWhole(dir, MODEL_FILES.sums, sums);
  return digestOf(sums);
}

/** @returns Null for a model of an earlier version, which has none. */
async function readSums(dir: string): Promise<string | null> {
  if (!existsSync(join(dir, MODEL_FILES.sums))) return null;
  return (await readBounded(dir, MODEL_FILES.sums)).toString('utf8');
}

/**
 * Writes a model: card, evaluation and its page come from its config. Each file appears whole or not at all, and config.json
 * last: a folder whose writing was interrupted is not taken for a model.
 */
export async function writeModel(dir: string, config: ModelConfig, tensors: NetTensors): Promise<void> {
  checkWeights(config, tensors);
  const weights = writeSafetensors(tensors, WEIGHTS_METADATA);
  const card = modelCard(config);
  const configJson = jsonText(config);
  await mkdir(dir, { recursive: true });
  await rm(join(dir, MODEL_FILES.config), { force: true });
  await writeWhole(dir, MODEL_FILES.weights, weights);
  await writeWhole(dir, MODEL_FILES.card, card);
  const { test, comparison, testedOn } = config;
  await writeWhole(dir, MODEL_FILES.evaluation, jsonText({ testedOn, test, comparison }));
  if (test) await writeWhole(dir, MODEL_FILES.page, testPage(config, test));
  const sums = sumsOf({ 'README.md': card, 'config.json': configJson, 'model.safetensors': weights });
  await writeWhole(dir, MODEL_FILES.sums, sums);
  await writeWhole(dir, MODEL_FILES.config, configJson);
}

/** The test as a page; without the images it cannot list mistakes. */
function testPage(config: ModelConfig, test: Evaluation): string {
  return evaluationPage({
    modelId: config.id,
    modelVersion: config.version,
    temperature: config.temperature,
    threshold: config.threshold,
    images: `${config.testedOn}, children of the test split of ${config.datasets.join(' + ')}`,
    splitHash: config.split.hash,
    lookCount: config.tests.length === 1 ? config.tests[0]!.lookCount : null,
    command: config.command,
    madeAtIso: config.createdAtIso,
    cautions:
      config.classesValidatedOnChildren.length === 0
        ? [`Not validated on real children: it was tested on ${config.testedOn} only.`]
        : [],
    evaluation: test,
    comparison: config.comparison,
    mistakes: null,
  });
}

async function readBounded(dir: string, name: string): Promise<Buffer> {
  const path = join(dir, name);
  const file = await open(path).catch((cause: unknown) => {
    throw new ModelFolderError(failure('models.file-missing', { path, file: name }), { cause });
  });
  try {
    const { size } = await file.stat();
    if (size > MAX_FILE_BYTES) {
      throw new ModelFolderError(failure('models.file-too-large', { path, found: size, most: MAX_FILE_BYTES }));
    }
    return await readFile(file);
  } finally {
    await file.close();
  }
}

async function writeWhole(dir: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(dir, name);
  const partial = `${path}.partial`;
  try {
    await using file = await open(partial, 'w');
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    // What a full disk did not take whole takes room that it needs.
    await rm(partial, { force: true });
    throw error;
  }
  await rename(partial, path);
}

function explain<T>(dir: string, name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new ModelFolderError(failure('models.file-damaged', { path: join(dir, name) }), { cause });
  }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
