import { CROP_PX } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { predictFaces } from '../predict/predict-faces.node.ts';

/** Faces that a model is to read, as plain data. */
export interface ReadFacesJob {
  readonly model: { readonly dir: string; readonly digest: string };
  /** By which the faces are told apart. */
  readonly keys: readonly number[];
  /** [keys, 60, 60] grey, row-major. */
  readonly crops: Uint8Array;
}

export interface FaceReadings {
  readonly keys: readonly number[];
  /** [keys, 7] in the order of EMOTIONS, 0 for those that the model does not tell. */
  readonly probabilities: Float32Array;
}

/** Read between two looks at whether to stop. */
const READ_AT_ONCE = 128;

/**
 * Reads faces that were cut out before, with another model than the one that read them then.
 *
 * @throws ModelFolderError if the model is damaged.
 */
export async function* readFacesJob(
  { model: { dir, digest }, keys, crops }: ReadFacesJob,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<FaceReadings, null> {
  await startWasm();
  const model = await readModel(dir, digest);
  for (let from = 0; from < keys.length; from += READ_AT_ONCE) {
    signal.throwIfAborted();
    const some = keys.slice(from, from + READ_AT_ONCE);
    const pixels = CROP_PX * CROP_PX;
    const own = crops.slice(from * pixels, (from + some.length) * pixels);
    yield { keys: some, probabilities: await readingsOf(model, own, some.length) };
  }
  return null;
}

/**
 * What a model says of faces.
 *
 * @param crops [count, 60, 60] grey, row-major.
 * @returns [count, 7] in the order of EMOTIONS, 0 for those that the model does not tell.
 */
export async function readingsOf(model: ModelFolder, crops: Uint8Array, count: number): Promise<Float32Array> {
  const { classes } = model.config;
  const read = await predictFaces(model, { count, cropPx: CROP_PX, crops });
  const probabilities = new Float32Array(count * EMOTIONS.length);
  for (let row = 0; row < count; row += 1) {
    for (const [column, emotion] of classes.entries()) {
      probabilities[row * EMOTIONS.length + EMOTIONS.indexOf(emotion)] = read[row * classes.length + column]!;
    }
  }
  return probabilities;
}
