import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { figureText } from '../../../core/evaluation/evaluation-table.ts';
import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { readModel } from '../../../core/registry/model-folder.node.ts';
import { examine, type Finding } from './finding.ts';

/** Every shipped model, read whole, with what its card claims. */
export async function examineModels(modelsDir: string): Promise<Finding[]> {
  const entries = existsSync(modelsDir) ? await readdir(modelsDir, { withFileTypes: true }) : [];
  const folders = entries.filter((each) => each.isDirectory()).map((each) => each.name);
  if (folders.length === 0) {
    return [{ area: 'models', name: 'shipped', state: 'failed', text: `no model in ${modelsDir}: train one into it` }];
  }
  return Promise.all(
    folders.sort().map((name) =>
      examine({ area: 'models', name }, async () => {
        const { config } = await readModel(join(modelsDir, name));
        return { state: 'ok', text: claimOf(config) };
      }),
    ),
  );
}

function claimOf({ version, learner, regime, test, testedOn, classesValidatedOnChildren }: ModelConfig): string {
  const made = `version ${version}, ${learner}, ${regime}`;
  if (!test) return `${made}; never tested`;
  const validated =
    classesValidatedOnChildren.length > 0
      ? `validated on children for ${classesValidatedOnChildren.join(', ')}`
      : 'not validated on real children';
  return (
    `${made}; balanced accuracy ${figureText(test.balancedAccuracy)} on ${testedOn}, ` +
    `${test.images} images of ${test.subjects} subjects; ${validated}`
  );
}
