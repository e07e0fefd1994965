import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { APPROVED_WITH_SET_UP } from '../../../core/emotion/model.ts';
import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { MODEL_FILES, type ModelFolder, readModel } from '../../../core/registry/model-folder.node.ts';
import { ModelFolderError } from '../../../core/registry/model-folder-error.ts';
import { shippedDigest } from '../../../core/registry/shipped-digests.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import {
  addModel,
  approveModel,
  findApprovedModel,
  findModel,
  setModelDigest,
} from '../../../core/store/lab/models.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';

export type ShippedModel = Pick<ModelConfig, 'id' | 'version' | 'createdAtIso'> & Pick<ModelFolder, 'digest'>;

/** Names of the models that a site may begin with. */
const BASE = /^base/;

/**
 * Reads the models that come with the program, oldest first. Those that the program knows must be what it knows.
 *
 * @param onBroken Told of one whose files are damaged, which is left out. Without it that is an error: a new site has
 *   nothing else to begin with.
 * @throws ModelFolderError
 */
export async function readShippedModels(
  modelsDir: string,
  onBroken?: (error: ModelFolderError) => void,
): Promise<ShippedModel[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(modelsDir, name));
  const complete = folders.filter((folder) => existsSync(join(folder, MODEL_FILES.config)));
  const models = await Promise.all(
    complete.map(async (folder) => {
      try {
        const { config, digest } = await readModel(folder);
        const known = shippedDigest(config.id);
        if (known !== null && known !== digest) {
          throw new ModelFolderError(
            failure('models.not-as-registered', { path: folder, registered: known, found: digest }),
          );
        }
        return [{ ...config, digest }];
      } catch (error) {
        if (!(error instanceof ModelFolderError) || !onBroken) throw error;
        onBroken(error);
        return [];
      }
    }),
  );
  return models.flat().sort((a, b) => a.createdAtIso.localeCompare(b.createdAtIso) || a.id.localeCompare(b.id));
}

/**
 * Makes known those that the site does not know yet; the newest base is the one in use where none is. One that another
 * version of the program brings in another version takes the place of the one before it: program and model are updated
 * together. Other files under the same version are not entered, and are refused when they are read.
 */
export function registerShippedModels(db: WritableDb, models: readonly ShippedModel[], now: Date): void {
  inTransaction(db, () => {
    for (const { id, version, createdAtIso, digest } of models) {
      const known = findModel(db, id);
      if (!known) addModel(db, { id, version, createdAtIso, origin: 'shipped', dir: id, comparison: null, digest });
      else if (known.origin === 'shipped' && (known.digest === null || known.version !== version)) {
        setModelDigest(db, { id, version, digest });
        if (known.version !== version) {
          appendAudit(db, { userName: 'a new version', action: 'models.update', subject: `${id} ${version}`, now });
        }
      }
    }
    const base = models.findLast(({ id }) => BASE.test(id));
    if (base && !findApprovedModel(db)) approveModel(db, { modelId: base.id, approvedBy: APPROVED_WITH_SET_UP, now });
  });
}
