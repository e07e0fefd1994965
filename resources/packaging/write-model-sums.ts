/**
 * Writes card, page and layout of the weights of every shipped model as the program writes them today, and their sums, once
 * somebody meant to change one: `npm run model-sums`. The weights stay what they are, number by number. Where a file became
 * another one, the version's last number is raised: by that a site takes it in place of the one that it has entered.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readModel, writeModel, writeSums } from '../../src/core/registry/model-folder.node.ts';

const MODELS = join(import.meta.dirname, '../../models');

for (const entry of readdirSync(MODELS, { withFileTypes: true })) {
  if (entry.isDirectory()) console.log(`${await writeAgain(join(MODELS, entry.name))}  models/${entry.name}`);
}

/** @returns The digest. */
async function writeAgain(dir: string): Promise<string> {
  const before = await writeSums(dir);
  const { config, tensors } = await readModel(dir);
  await writeModel(dir, config, tensors);
  if ((await readModel(dir)).digest === before) return before;
  const version = config.version.replace(/\d+$/, (last) => String(Number(last) + 1));
  await writeModel(dir, { ...config, version }, tensors);
  return (await readModel(dir)).digest;
}
