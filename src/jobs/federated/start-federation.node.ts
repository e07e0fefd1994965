import { readModel } from '../../core/registry/model-folder.node.ts';
import { fittedOn } from '../../core/registry/subjects/known-subjects.node.ts';
import { failure } from '../../core/words/failure.ts';
import { keysFor } from '../dataset/subject-keys.node.ts';
import { joinedBy, partOf } from './part-of-site.node.ts';
import { RoundRefused } from './round-refused.ts';
import { sha256Of } from './round-weights.node.ts';
import { writeRound } from './write-round.node.ts';

interface StartJob {
  readonly federationFile: string;
  readonly outFile: string;
  readonly baseModelDir: string;
}

/** What was written for a federation to start from. */
export interface FederationStart {
  readonly task: 'start';
  readonly round: 0;
  readonly modelId: string;
  readonly weightsSha256: string;
}

/**
 * Writes the weights that a federation starts from: those of the site's model, as they are in its folder.
 *
 * @throws RoundRefused where they hold a child for whom no consent to share a model holds, or the file is wrong.
 */
export async function startFederation({ federationFile, outFile, baseModelDir }: StartJob): Promise<FederationStart> {
  const part = partOf(federationFile, baseModelDir);
  const { file, state, modelDir } = part;
  const { config, weights } = await readModel(modelDir);
  const { leftOut } = await joinedBy(part);
  if (state?.model?.dir === modelDir && !state.model.mayLeave) {
    throw new RoundRefused('withdrawn-child', failure('federation.start-may-not-leave', { model: config.id }));
  }
  const { train, val } = fittedOn(config, leftOut, keysFor({ dataDir: file.data }));
  const count = train.length + val.length;
  if (count > 0) throw new RoundRefused('withdrawn-child', failure('federation.start-holds', { count }));
  await writeRound(outFile, weights);
  return { task: 'start', round: 0, modelId: config.id, weightsSha256: sha256Of(weights) };
}
