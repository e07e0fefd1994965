import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_FILES, readModel, writeModel } from '../../../src/core/registry/model-folder.node.ts';
import { exampleModel } from '../../../src/core/registry/testing/example-model.ts';
import type { Scenario } from '../scenario.ts';
import { corrupt } from './made-store.ts';

/** A model that is written over and over; a folder without its config counts as not written. */
const modelFolder: Scenario = {
  killWithinMs: 300,
  prepare: () => undefined,

  async act(folder, { acknowledge }) {
    for (let turn = 1; ; turn += 1) {
      const { config, tensors } = exampleModel({ version: `1.0.${turn}`, seed: turn });
      await writeModel(dirIn(folder), config, tensors);
      acknowledge(String(turn));
    }
  },

  async check(folder, acknowledged) {
    const dir = dirIn(folder);
    // While it is written over there is none: nothing refers to it before it is whole.
    if (!existsSync(join(dir, MODEL_FILES.config))) return [];
    const { config } = await readModel(dir);
    const wanted = Number(acknowledged.at(-1) ?? 0);
    if (config.seed < wanted) return [{ kind: 'lost', what: `model ${wanted}; found ${config.seed}` }];
    return config.version === `1.0.${config.seed}` ? [] : [corrupt('a model of two')];
  },
};

function dirIn(folder: string): string {
  return join(folder, 'model');
}

export default modelFolder;
