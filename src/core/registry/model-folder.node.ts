import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evaluation } from '../evaluation/evaluation-schema.ts';
import { evaluationPage } from '../evaluation/page/page.ts';
import { encoderConvs, featureCount } from '../training/net/encoder.ts';
import type { NetTensors } from '../training/net/trained-net.ts';
import { failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import { modelCard } from './model-card.ts';
import { type ModelConfig, parseModelConfig } from './model-config.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

/** Names of the files in a model folder. */
export const MODEL_FILES = {
  card: 'README.md',
  config: 'config.json',
  weights: 'model.safetensors',
  evaluation: 'evaluation.json',
  page: 'evaluation.html',
} as const;

const NORM_PARTS = ['scale', 'shift', 'mean', 'variance'];

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
}

/** Which file of a model folder is wrong; the cause says how. */
export class ModelFolderError extends FailureError {
  override readonly name = 'ModelFolderError';
}

/**
 * Reads a model and checks that its files belong together.
 *
 * @throws ModelFolderError naming the file and what is wrong with it.
 */
export async function readModel(dir: string): Promise<ModelFolder> {
  const configJson = (await readBounded(dir, MODEL_FILES.config)).toString('utf8');
  const config = explain(dir, MODEL_FILES.config, () => parseModelConfig(configJson));
  const weights = new Uint8Array(await readBounded(dir, MODEL_FILES.weights));
  const { tensors } = explain(dir, MODEL_FILES.weights, () => readSafetensors(weights));
  explain(dir, MODEL_FILES.weights, () => checkShapes(config, tensors));
  const card = (await readBounded(dir, MODEL_FILES.card)).toString('utf8');
  return { dir, config, configJson, weights, tensors, card };
}

/**
 * Writes a model: card, evaluation and its page come from its config. Each file appears whole or not at all, and config.json
 * last: a folder whose writing was interrupted is not taken for a model.
 */
export async function writeModel(dir: string, config: ModelConfig, tensors: NetTensors): Promise<void> {
  checkShapes(config, tensors);
  await mkdir(dir, { recursive: true });
  await rm(join(dir, MODEL_FILES.config), { force: true });
  await writeWhole(dir, MODEL_FILES.weights, writeSafetensors(tensors, { format: 'pt' }));
  await writeWhole(dir, MODEL_FILES.card, modelCard(config));
  const { test, comparison, testedOn } = config;
  await writeWhole(dir, MODEL_FILES.evaluation, jsonText({ testedOn, test, comparison }));
  if (test) await writeWhole(dir, MODEL_FILES.page, testPage(config, test));
  await writeWhole(dir, MODEL_FILES.config, jsonText(config));
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

/** @throws RangeError if a tensor is missing or has another shape than config.json says. */
function checkShapes(config: ModelConfig, tensors: NetTensors): void {
  const { architecture, classes } = config;
  const wanted: [string, readonly number[]][] = encoderConvs(architecture).flatMap(
    ({ name, kernel, inChannels, outChannels }): [string, readonly number[]][] => [
      [`${name}.weight`, [kernel, kernel, inChannels, outChannels]],
      ...NORM_PARTS.map((part): [string, readonly number[]] => [`${name}.norm.${part}`, [outChannels]]),
    ],
  );
  wanted.push(['head.weight', [featureCount(architecture), classes.length]], ['head.bias', [classes.length]]);
  for (const [name, shape] of wanted) {
    const found = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
    if (!found || found.shape.join() !== shape.join()) {
      throw new RangeError(
        `tensor ${name} of shape [${shape}] was expected; found ${found ? `shape [${found.shape}]` : 'none'}`,
      );
    }
  }
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
  const file = await open(partial, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
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
