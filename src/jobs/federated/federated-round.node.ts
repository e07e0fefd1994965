import { randomUUID } from 'node:crypto';
import { choiceFacts } from '../../core/engine/choice-facts.ts';
import { whileEngineWorks } from '../../core/training/engine-failure.ts';
import { type LogRecord, stageRecord } from '../../core/training/log-record.ts';
import { failure } from '../../core/words/failure.ts';
import { readStart } from '../train/start-from.node.ts';
import { asShared } from './counts.ts';
import type { FederationFile } from './federation-file.ts';
import { fitRound } from './fit-round.node.ts';
import { measureRound } from './measure-round.node.ts';
import { joinedBy, partOf } from './part-of-site.node.ts';
import { roundImages } from './round-images.node.ts';
import { beginsWith, enterRound, inWeights, readLedger } from './round-ledger.node.ts';
import { RoundRefused } from './round-refused.ts';
import { keptTensors, readRoundWeights, sha256Of } from './round-weights.node.ts';
import { startRoundEngine } from './start-round-engine.node.ts';
import { roundDigest } from './who-takes-part.node.ts';
import { writeRound } from './write-round.node.ts';

export interface RoundJob {
  /** The site's federation file. */
  readonly federationFile: string;
  readonly task: 'fit' | 'measure';
  /** From 1. */
  readonly round: number;
  /** A safetensors file with all tensors of the net. */
  readonly weightsFile: string;
  readonly outFile: string;
  /** The model folder whose net is trained where the federation file names none. */
  readonly baseModelDir: string;
}

/** What the coordinator is told beside the weights. */
export interface RoundAnswer {
  readonly task: RoundJob['task'];
  readonly round: number;
  /** Child images that trained, or were measured. */
  readonly images: number;
  readonly imagesAs: FederationFile['imageCountAs'];
  readonly children: number;
  /** For want of a consent to share a model. */
  readonly childrenLeftOut: number;
  /** Mean loss of the batches, in nats; null where none was trained. */
  readonly loss: number | null;
  readonly seconds: number;
  readonly weightsSha256: string;
  /** Tensors that no average is to be taken of: in the file they are as they came. */
  readonly kept: readonly string[];
}

interface RoundOptions {
  /** Aborting it stops a fit after the step under way, with a checkpoint from which the same call goes on. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * A site's part of one round: consents, images, steps or statistics, an entry in the site's own ledger, and only then the file
 * that leaves it.
 *
 * @yields Records of the log.
 * @throws RoundRefused where the site takes no part; the signal's reason when stopped.
 */
export async function* federatedRound(
  job: RoundJob,
  { signal, now = Date.now }: RoundOptions,
): AsyncGenerator<LogRecord, RoundAnswer> {
  const beganAtMs = now();
  const part = partOf(job.federationFile, job.baseModelDir);
  const { file, place } = part;
  const start = (await readStart(part.modelDir))!;
  const weights = readRoundWeights(job.weightsFile, start.net);
  const participants = await joinedBy(part);

  const ledger = readLedger(place);
  const { task, round } = job;
  const begins = beginsWith(ledger, { task, round, trainedIn: weights.trainedSha256 });
  const gone = begins ? [] : [...inWeights(ledger)].filter((digest) => !participants.mayStill(digest));
  if (gone.length > 0) {
    throw new RoundRefused('withdrawn-child', failure('federation.withdrawn-child', { count: gone.length }));
  }

  const choice = await startRoundEngine(file);
  yield stageRecord('engine', { kind: 'engine', choice: choiceFacts(choice) }, now());
  const images = yield* roundImages({ file, place, start, weights, round, participants, signal, now });
  signal.throwIfAborted();
  const { bytes, loss } =
    task === 'fit'
      ? yield* fitRound({ choice, file, place, weights, images, signal, now })
      : yield* whileEngineWorks(choice.engine, quietly(measureRound(file, weights, images)));

  const trained = new Set(images.children);
  const ofAgreed = participants.agreed.filter((subject) => trained.has(subject));
  const answer: RoundAnswer = {
    task,
    round,
    images: asShared(images.pools.childRows.length, file),
    imagesAs: file.imageCountAs,
    children: asShared(images.children.length, file),
    childrenLeftOut: asShared(participants.leftOut.length, file),
    loss,
    seconds: (now() - beganAtMs) / 1000,
    weightsSha256: sha256Of(bytes),
    kept: task === 'fit' ? keptTensors(weights, file) : [],
  };
  enterRound(place, {
    id: randomUUID(),
    atIso: new Date(now()).toISOString(),
    task,
    round,
    begins,
    trainedIn: weights.trainedSha256,
    weightsIn: weights.sha256,
    weightsOut: answer.weightsSha256,
    images: images.pools.childRows.length,
    children: images.children.length,
    childrenLeftOut: participants.leftOut.length,
    of: ofAgreed.map((subject) => roundDigest(place.key(), subject)),
  });
  await writeRound(job.outFile, bytes);
  return answer;
}

// biome-ignore lint/correctness/useYield: a measurement says nothing on the way.
async function* quietly<Result>(result: Promise<Result>): AsyncGenerator<LogRecord, Result> {
  return await result;
}
