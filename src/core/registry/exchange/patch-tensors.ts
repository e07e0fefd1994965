import type { TensorData } from '../../training/net/trained-net.ts';
import { tensorPlaces } from '../safetensors.ts';

/**
 * A safetensors file with other numbers in some of its float32 tensors, and every other byte as it was: names, shapes, order,
 * metadata, and the tensors of other types.
 *
 * @returns New memory.
 * @throws SafetensorsError if it is no such file; RangeError for a tensor that it lacks, or has otherwise.
 */
export function patchTensors(
  bytes: Uint8Array,
  tensors: Readonly<Record<string, TensorData>>,
): Uint8Array<ArrayBuffer> {
  const places = new Map(tensorPlaces(bytes).map((each) => [each.name, each]));
  const patched = Uint8Array.from(bytes);
  const view = new DataView(patched.buffer);
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const place = places.get(name);
    if (place?.dtype !== 'F32' || place.shape.join() !== shape.join()) {
      const found = place ? `${place.dtype} of shape [${place.shape}]` : 'none';
      throw new RangeError(`a tensor ${name}, F32 of shape [${shape}], was expected in the file; found ${found}`);
    }
    for (const [i, value] of data.entries()) view.setFloat32(place.begin + i * data.BYTES_PER_ELEMENT, value, true);
  }
  return patched;
}
