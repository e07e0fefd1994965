import type { DistressLimits } from '../../core/emotion/distress.ts';
import { ModelFolderError } from '../../core/registry/model-folder-error.ts';
import { findModel } from '../../core/store/lab/models.node.ts';
import type { Session } from '../../core/store/sessions/sessions.node.ts';
import { readStoredModel } from '../lab/model-folder.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';

/**
 * From where on the model that read a session says that distress is likely, as its folder has it today. A model that ships
 * may have been given limits after the session: its weights are the same.
 *
 * @returns Null for a model without limits; undefined where its folder cannot be read, so that nobody knows.
 */
export async function distressLimitsOf(
  runtime: Runtime,
  site: OpenSite,
  { modelId }: Pick<Session, 'modelId'>,
): Promise<DistressLimits | null | undefined> {
  const stored = findModel(site.db, modelId);
  if (!stored) return undefined;
  const known = stored.digest === null ? undefined : runtime.distressLimits.get(stored.digest);
  if (known !== undefined) return known;
  try {
    const { config, digest } = await readStoredModel(runtime, site, stored);
    runtime.distressLimits.set(digest, config.distress);
    return config.distress;
  } catch (error) {
    if (!(error instanceof ModelFolderError)) throw error;
    return undefined;
  }
}
