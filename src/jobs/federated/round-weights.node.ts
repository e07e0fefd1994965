import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkWeights } from '../../core/registry/model-weights.ts';
import { readSafetensorsFloats, tensorPlaces, writeSafetensors } from '../../core/registry/safetensors.ts';
import type { NetTensors, ReadableNet } from '../../core/training/net/trained-net.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import type { FederationFile } from './federation-file.ts';
import { RoundRefused } from './round-refused.ts';

/** The weights that a coordinator handed out for a round. */
export interface RoundWeights {
  readonly bytes: Uint8Array;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the numbers that are learnt, hexadecimal: without the statistics that a site measures. */
  readonly trainedSha256: string;
  /** The net with these weights. */
  readonly net: ReadableNet;
  /** Names of all tensors that are in the file, in their order. */
  readonly names: readonly string[];
}

/** What batch norms measured and no step learned; each site measures it anew. */
const STATISTICS = /\.norm\.(mean|variance)$/;

/**
 * Reads the weights of a round into the net that this site knows.
 *
 * @param known The net of the site's own model: its shapes are expected.
 * @throws RoundRefused "weights" saying what does not fit.
 */
export function readRoundWeights(file: string, known: ReadableNet): RoundWeights {
  const refuse = (why: Failure, cause?: unknown) => new RoundRefused('weights', why, { cause });
  let bytes: Buffer;
  let names: string[];
  let found: NetTensors;
  try {
    bytes = readFileSync(file);
    names = tensorPlaces(bytes).map(({ name }) => name);
    found = readSafetensorsFloats(bytes);
  } catch (cause) {
    throw refuse(failure('federation.weights-unreadable', { file, why: (cause as Error).message }), cause);
  }
  const shapeOf = (tensors: NetTensors, name: string) => {
    const shape = Object.hasOwn(tensors, name) ? tensors[name]!.shape : null;
    return shape ? `F32 [${shape.join(', ')}]` : '–';
  };
  for (const tensor of new Set([...Object.keys(known.tensors), ...Object.keys(found)])) {
    const [wanted, got] = [shapeOf(known.tensors, tensor), shapeOf(found, tensor)];
    if (wanted !== got) throw refuse(failure('federation.weights-misfit', { tensor, wanted, found: got }));
  }
  try {
    checkWeights({ architecture: specOf(known), classes: [...known.classes] }, found);
  } catch (cause) {
    throw refuse(failure('federation.weights-impossible', { why: (cause as Error).message }), cause);
  }
  const learnt = Object.fromEntries(Object.entries(found).filter(([name]) => !STATISTICS.test(name)));
  const trainedSha256 = sha256Of(writeSafetensors(learnt));
  return { bytes, names, sha256: sha256Of(bytes), trainedSha256, net: { ...known, tensors: found } };
}

/** The tensors of a file that no average is taken of: statistics, other types than float32, and the head where it stays. */
export function keptTensors({ names, net }: RoundWeights, { share }: Pick<FederationFile, 'share'>): string[] {
  return names.filter((name) => !isShared(name, net, share));
}

/** What of trained tensors leaves the site. */
export function sharedOf(
  tensors: NetTensors,
  { net }: RoundWeights,
  { share }: Pick<FederationFile, 'share'>,
): NetTensors {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => isShared(name, net, share)));
}

function isShared(name: string, { tensors }: ReadableNet, share: FederationFile['share']): boolean {
  return Object.hasOwn(tensors, name) && !STATISTICS.test(name) && (share === 'all' || !name.startsWith('head.'));
}

function specOf({ encoder }: ReadableNet) {
  return { ...encoder, stageChannels: [...encoder.stageChannels] };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
