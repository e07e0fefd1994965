import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { MODEL_FILES, readModel } from '../../core/registry/model-folder.node.ts';
import { addModel, approveModel, findApprovedModel, findModel } from '../../core/store/lab/models.node.ts';
import { inTransaction, type WritableDb } from '../../core/store/store.node.ts';

export type ShippedModel = Pick<ModelConfig, 'id' | 'version' | 'createdAtIso'>;

/** Who approves the model that a new site begins with. */
const APPROVER = 'with set-up';

/** Names of the models that a site may begin with. */
const BASE = /^base/;

/**
 * Reads the models that come with the program, oldest first.
 *
 * @throws ModelFolderError if one of them is broken: the program's own files are damaged.
 */
export async function readShippedModels(modelsDir: string): Promise<ShippedModel[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(modelsDir, name));
  const complete = folders.filter((folder) => existsSync(join(folder, MODEL_FILES.config)));
  const models = await Promise.all(complete.map(async (folder) => (await readModel(folder)).config));
  return models.sort((a, b) => a.createdAtIso.localeCompare(b.createdAtIso) || a.id.localeCompare(b.id));
}

/** Makes known those that the site does not know yet; the newest base is the one in use where none is. */
export function registerShippedModels(db: WritableDb, models: readonly ShippedModel[], now: Date): void {
  inTransaction(db, () => {
    for (const { id, version, createdAtIso } of models) {
      if (findModel(db, id)) continue;
      addModel(db, { id, version, createdAtIso, origin: 'shipped', dir: id, comparison: null });
    }
    const base = models.findLast(({ id }) => BASE.test(id));
    if (base && !findApprovedModel(db)) approveModel(db, { modelId: base.id, approvedBy: APPROVER, now });
  });
}
