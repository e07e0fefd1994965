import { basename, resolve } from 'node:path';
import { choiceFacts } from '../../core/engine/choice-facts.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { whileEngineWorks } from '../../core/training/engine-failure.ts';
import { fitSiteHead } from '../../core/training/local-steps/site-head.ts';
import { type LogRecord, stageRecord } from '../../core/training/log-record.ts';
import type { TrainedNet } from '../../core/training/net/trained-net.ts';
import { failure } from '../../core/words/failure.ts';
import { finishModel } from '../train/finishing/finish-model.node.ts';
import { ofThisVersion } from '../train/run-identity.ts';
import { readStart, splitAfter } from '../train/start-from.node.ts';
import { trainingJobSchema } from '../train/training-job.ts';
import { federationNotes, readFederationReport } from './federation-report.node.ts';
import { joinedBy, partOf } from './part-of-site.node.ts';
import { roundImages } from './round-images.node.ts';
import { RoundRefused } from './round-refused.ts';
import { readRoundWeights } from './round-weights.node.ts';
import { startRoundEngine } from './start-round-engine.node.ts';

export interface CandidateJob {
  readonly federationFile: string;
  /** The last weights of the federation, with the statistics that were pooled. */
  readonly weightsFile: string;
  /** What the coordinator wrote of it: FEDERATION.json. */
  readonly reportFile: string;
  /** Folder of the model to write. */
  readonly outDir: string;
  readonly baseModelDir: string;
}

/**
 * What comes back of a federation, as a model of this site like any other: its head and its calibration are of the site's own
 * children, it is tested on those who trained nothing, and compared in pairs with the site's model.
 *
 * @throws RoundRefused where the weights are not those of the report, or do not fit.
 */
export async function* federatedCandidate(
  { federationFile, weightsFile, reportFile, outDir, baseModelDir }: CandidateJob,
  { signal, now = Date.now }: { readonly signal: AbortSignal; readonly now?: () => number },
): AsyncGenerator<LogRecord, ModelFolder> {
  const part = partOf(federationFile, baseModelDir);
  const { file, place, modelDir } = part;
  const report = readFederationReport(reportFile);
  const start = (await readStart(modelDir))!;
  const weights = readRoundWeights(weightsFile, start.net);
  if (weights.sha256 !== report.weightsSha256) {
    throw new RoundRefused('weights', failure('federation.report-of-others', { file: weightsFile }));
  }
  const participants = await joinedBy(part);
  const choice = await startRoundEngine(file);
  yield stageRecord('engine', { kind: 'engine', choice: choiceFacts(choice) }, now());
  const round = Math.max(1, report.rounds);
  const images = yield* roundImages({ file, place, start, weights, round, participants, signal, now });
  signal.throwIfAborted();

  const isOwnStart = report.startSha256 === start.model.weightsSha256;
  const data = isOwnStart ? { ...images.data, split: splitAfter(start, images.data) } : images.data;
  const startFrom = { id: isOwnStart ? start.model.id : 'federation-start', weightsSha256: report.startSha256 };
  const config = { ...images.config, startFrom };
  const head = report.share === 'encoder' ? await fitSiteHead(config, weights.net.tensors, data) : null;
  const net: TrainedNet = {
    ...weights.net,
    tensors: { ...weights.net.tensors, ...head?.tensors },
    history: [],
    valLosses: head ? [{ stage: 'head', epoch: 0, loss: head.valLoss, balancedAccuracy: null }] : [],
  };
  const job = trainingJobSchema.parse({
    name: basename(resolve(outDir)),
    datasetDirs: [...file.dataset],
    learner: file.learner,
    regime: config.regime,
    seed: file.seed,
    dataDir: file.data,
    outDir,
    exclude: [...participants.leftOut],
    notes: federationNotes(report),
  });
  const reference = await readModel(modelDir);
  const engine = ofThisVersion(choice.engine);
  const command = 'faceward federated-round --task candidate';
  const run = finishModel({ job, choice: { ...choice, engine }, config, data, net, reference, command, now });
  return yield* whileEngineWorks(engine, run);
}
