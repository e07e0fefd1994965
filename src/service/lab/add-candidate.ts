import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { MODEL_FILES, type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { addModel, findModel, type StoredModel } from '../../core/store/lab/models.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { SignedInContext } from '../runtime/call-context.ts';

interface Made {
  /** The folder that the model was written to. */
  readonly from: string;
  readonly config: ModelFolder['config'];
  /** What belongs to it, its audit entry too: stored with the model or not at all. */
  readonly alongside: (model: { readonly id: string; readonly digest: string }) => void;
}

/**
 * Copies a model that was made here to the site's models, and enters it as a candidate.
 *
 * @throws CallError "conflict" where its name is taken.
 */
export async function addCandidate(
  { db, runtime, site, user }: SignedInContext,
  { from, config, alongside }: Made,
): Promise<StoredModel> {
  const { id, version, comparison, createdAtIso } = config;
  if (findModel(db, id)) throw modelNameTaken(id);
  const dir = join(site.folder.modelsDir, id);
  await copyModel(from, dir);
  // Of the copy, which is what will be read: a disk that writes something else is noticed here.
  const { digest } = await readModel(dir);
  const stored = inTransaction(db, () => {
    const entered = { id, version, comparison, createdAtIso, origin: 'trained-here', dir: id, digest } as const;
    const added = addModel(db, { ...entered, proposedBy: user.id });
    if (added.kind === 'id-taken') throw modelNameTaken(id);
    alongside({ id, digest });
    return added.model;
  });
  runtime.events.emit('models.changed', {});
  return stored;
}

export function modelNameTaken(model: string): CallError {
  return new CallError('conflict', failure('models.name-taken', { model }));
}

/** Copies the model's files, whole or not at all; what a copy that was interrupted left is written over. */
async function copyModel(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const name of Object.values(MODEL_FILES)) {
    if (existsSync(join(from, name))) await cp(join(from, name), join(partial, name));
  }
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
}
