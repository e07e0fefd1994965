import { resolve } from 'node:path';
import type { Output, ParsedInput } from '../../../contract/contract.ts';
import { CallError } from '../../../contract/error.ts';
import { type ModelFolder, readModel } from '../../../core/registry/model-folder.node.ts';
import { ModelFolderError } from '../../../core/registry/model-folder-error.ts';
import { failure } from '../../../core/words/failure.ts';
import { folderSecret } from '../../../jobs/dataset/subject-keys.node.ts';
import { CANDIDATE_COMMAND } from '../../../jobs/federated/candidate-command.ts';
import type { SignedInContext } from '../../runtime/call-context.ts';
import { keepFolderSecret } from '../../runtime/models/subject-secret.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { addCandidate } from '../add-candidate.ts';
import { describeModel } from '../models.ts';

/**
 * Takes a model that several sites trained in as a candidate: it was calibrated, tested and compared here, on this site's
 * children, and remembers those whom it was made with under the key of the folder of data.
 *
 * @throws CallError where the folder holds no such model, or its name is taken.
 */
export async function takeIn(
  context: SignedInContext,
  { dir: path }: ParsedInput<'federation.takeIn'>,
): Promise<Output<'federation.takeIn'>> {
  const { db, runtime, site } = context;
  const from = resolve(path);
  const { config } = await candidateIn(from);
  const secret = folderSecret(site.folder.dir);
  const stored = await addCandidate(context, {
    from,
    config,
    alongside({ id, digest }) {
      keepFolderSecret(db, secret);
      recordAction(context, 'federation.takeIn', `${id}, SHA-256 ${digest}`);
    },
  });
  return await describeModel(runtime, site, stored);
}

async function candidateIn(dir: string): Promise<ModelFolder> {
  try {
    const model = await readModel(dir);
    if (model.config.command === CANDIDATE_COMMAND) return model;
  } catch (error) {
    if (error instanceof ModelFolderError) throw new CallError('conflict', error, { cause: error });
    // What is not there, or no folder, holds no model either.
  }
  throw new CallError('conflict', failure('federation.no-candidate', { dir }));
}
