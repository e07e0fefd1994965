import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { type StoredModel, setModelDigest } from '../../core/store/lab/models.node.ts';
import { modelDir } from '../runtime/models/model-dir.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';

/**
 * Reads a model whose files are those that were entered. What an earlier version of the program entered has no digest: it
 * is given that of its files as they are now.
 *
 * @throws ModelFolderError if a file is missing or damaged, or the files are others.
 */
export async function readStoredModel(runtime: Runtime, site: OpenSite, stored: StoredModel): Promise<ModelFolder> {
  const model = await readModel(modelDir(runtime, site, stored), stored.digest);
  if (stored.digest === null) setModelDigest(site.db, { ...stored, digest: model.digest });
  return model;
}
