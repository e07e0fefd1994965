import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModel, writeModel, writeSums } from './model-folder.node.ts';
import { ModelFolderError } from './model-folder-error.ts';
import { writeSafetensors } from './safetensors.ts';
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
      'SHA256SUMS',
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
    await writeFile(join(dir, 'config.json'), JSON.stringify({ ...config, test: null, classes: ['anger', 'neutral'] }));
    await expect(readModel(dir)).rejects.toMatchObject({
      message: expect.stringMatching(/model\.safetensors is damaged/),
      cause: { message: 'tensor head.weight of shape [8,2] was expected; found shape [8,7]' },
    });
    await expect(readModel(dir)).rejects.toBeInstanceOf(ModelFolderError);
  });

  it('has a digest that sha256sum gives too, and says which file is not as it was written', async () => {
    await writeModel(dir, config, tensors);
    const { digest } = await readModel(dir);
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const listing = await readFile(join(dir, 'SHA256SUMS'));
    expect(sha256(listing)).toBe(digest);
    for (const name of ['README.md', 'config.json', 'model.safetensors']) {
      expect(listing.toString()).toContain(`${sha256(await readFile(join(dir, name)))}  ${name}\n`);
    }
    await writeFile(join(dir, 'README.md'), '# another card');
    await expect(readModel(dir)).rejects.toThrow(/README\.md in .* is not as it was written/);
    const again = await writeSums(dir);
    expect(again).not.toBe(digest);
    expect((await readModel(dir)).digest).toBe(again);
    await rm(join(dir, 'SHA256SUMS'));
    expect((await readModel(dir)).digest, 'a model of an earlier version has no listing').toBe(again);
  });

  it('is refused when its files are whole, yet not those that were entered', async () => {
    await writeModel(dir, config, tensors);
    const { digest } = await readModel(dir);
    expect((await readModel(dir, digest)).digest).toBe(digest);
    const weights = await readFile(join(dir, 'model.safetensors'));
    weights[weights.length - 2]! ^= 1;
    await writeFile(join(dir, 'model.safetensors'), weights);
    await writeSums(dir);
    await expect(readModel(dir, digest)).rejects.toThrow(/are not those that were entered here/);
    // Whoever changes the classes with the rest of the folder is noticed by the digest alone.
    await writeModel(dir, { ...config, test: null, classes: config.classes.toReversed() }, tensors);
    await expect(readModel(dir, digest)).rejects.toThrow(/are not those that were entered here/);
  });

  it.each([
    ['not a number', 'head.weight', Number.NaN, /tensor head\.weight holds NaN at place 3/],
    ['infinite', 'head.bias', Number.POSITIVE_INFINITY, /tensor head\.bias holds Infinity at place 3/],
    ['a variance below zero', 'stem.norm.variance', -1, /stem\.norm\.variance holds -1 at place 3; .* from 0 on/],
  ])('is neither written nor read with a weight that is %s', async (_, name, value, message) => {
    const data = Float32Array.from(tensors[name]!.data);
    data[3] = value;
    const spoilt = { ...tensors, [name]: { ...tensors[name]!, data } };
    await expect(writeModel(dir, config, spoilt)).rejects.toThrow(message);
    await writeModel(dir, config, tensors);
    await writeFile(join(dir, 'model.safetensors'), writeSafetensors(spoilt));
    await writeSums(dir);
    await expect(readModel(dir)).rejects.toMatchObject({ cause: { message: expect.stringMatching(message) } });
  });

  it('is not written from tensors that the config does not describe', async () => {
    const { 'head.bias': _, ...headless } = tensors;
    await expect(writeModel(dir, config, headless)).rejects.toThrow(
      /head\.bias of shape \[7\] was expected; found none/,
    );
  });
});
