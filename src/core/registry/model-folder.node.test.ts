import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelFolderError, readModel, writeModel } from './model-folder.node.ts';
import { exampleModel } from './testing/example-model.ts';

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'faceward-model-')), 'example');
});
afterEach(() => rm(join(dir, '..'), { recursive: true }));

const { config, tensors } = exampleModel();

describe('a model folder', () => {
  it('is read as it was written', async () => {
    await writeModel(dir, config, tensors);
    const model = await readModel(dir);
    expect(model.config).toEqual(config);
    expect({ ...model.tensors }).toEqual(tensors);
    expect(model.card).toContain('# example');
    expect((await readdir(dir)).sort()).toEqual([
      'README.md',
      'config.json',
      'evaluation.html',
      'evaluation.json',
      'model.safetensors',
    ]);
    expect(JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8')).test).toEqual(config.test);
  });

  it('is written over an earlier one', async () => {
    await writeModel(dir, config, tensors);
    await writeModel(dir, { ...config, version: '2.0.0' }, tensors);
    expect((await readModel(dir)).config.version).toBe('2.0.0');
  });

  it('is refused when a file is missing, damaged or of another model, naming the file', async () => {
    await expect(readModel(dir)).rejects.toThrow(
      /config\.json cannot be read; a model folder with config\.json was expected/,
    );

    await writeModel(dir, config, tensors);
    await truncate(join(dir, 'model.safetensors'), 1000);
    await expect(readModel(dir)).rejects.toMatchObject({
      message: expect.stringMatching(/model\.safetensors is damaged/),
      cause: { message: expect.stringMatching(/^not a safetensors file/) },
    });

    await writeModel(dir, config, tensors);
    await writeFile(join(dir, 'config.json'), JSON.stringify({ ...config, classes: ['anger', 'neutral'] }));
    await expect(readModel(dir)).rejects.toMatchObject({
      message: expect.stringMatching(/model\.safetensors is damaged/),
      cause: { message: 'tensor head.weight of shape [8,2] was expected; found shape [8,7]' },
    });
    await expect(readModel(dir)).rejects.toBeInstanceOf(ModelFolderError);
  });

  it('is not written from tensors that the config does not describe', async () => {
    const { 'head.bias': _, ...headless } = tensors;
    await expect(writeModel(dir, config, headless)).rejects.toThrow(
      /head\.bias of shape \[7\] was expected; found none/,
    );
  });
});
