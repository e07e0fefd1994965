/** Enters the files of every shipped model as they are now, once somebody meant to change one: `npm run model-sums`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSums } from '../../src/core/registry/model-folder.node.ts';

const MODELS = join(import.meta.dirname, '../../models');

for (const entry of readdirSync(MODELS, { withFileTypes: true })) {
  if (entry.isDirectory()) console.log(`${await writeSums(join(MODELS, entry.name))}  models/${entry.name}`);
}
