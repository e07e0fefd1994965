import type { TensorData } from '../training/net/trained-net.ts';

/**
 * The safetensors file format: named float32 tensors, no code inside, readable by PyTorch and others.
 *
 * Layout: an unsigned 64-bit little-endian length, a JSON header of that length, then the tensors' bytes. The header
 * maps each name to { dtype, shape, data_offsets: [begin, end] }, with offsets counted from the end of the header; the
 * tensors fill the data without holes. An optional "__metadata__" maps strings to strings.
 *
 * Source: https://github.com/huggingface/safetensors, "Format". Only F32 is read: our models hold nothing else.
 */

export interface Safetensors {
  readonly tensors: Readonly<Record<string, TensorData>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What is wrong with a file that was meant to be safetensors. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

// Node and every browser have both, but no environment-free type library says so.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

const LENGTH_BYTES = 8;
/** The reference implementation's own limits. */
const MAX_HEADER_BYTES = 100_000_000;
const BYTES_PER_FLOAT = 4;
const METADATA = '__metadata__';

/**
 * Writes tensors in the order of their names, so that the same tensors give the same bytes.
 *
 * @throws RangeError if a tensor's data does not have the length its shape says, or its name is reserved.
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, TensorData>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(tensors).sort();
  const header: [string, unknown][] = [];
  if (Object.keys(metadata).length > 0) header.push([METADATA, metadata]);
  let end = 0;
  for (const name of names) {
    const { shape, data } = tensors[name]!;
    if (name === METADATA) throw new RangeError(`a tensor must not be named ${METADATA}`);
    if (elements(shape) !== data.length) {
      throw new RangeError(`tensor ${name} of shape [${shape}] needs ${elements(shape)} numbers; found ${data.length}`);
    }
    const begin = end;
    end += data.length * BYTES_PER_FLOAT;
    header.push([name, { dtype: 'F32', shape, data_offsets: [begin, end] }]);
  }
  const headerBytes = padded(new TextEncoder().encode(JSON.stringify(Object.fromEntries(header))));
  const dataFrom = LENGTH_BYTES + headerBytes.length;
  const bytes = new Uint8Array(dataFrom + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerBytes.length), true);
  bytes.set(headerBytes, LENGTH_BYTES);
  let at = dataFrom;
  for (const name of names) {
    for (const value of tensors[name]!.data) {
      view.setFloat32(at, value, true);
      at += BYTES_PER_FLOAT;
    }
  }
  return bytes;
}

/**
 * Reads a file that anybody may have written: every length is checked before it is used.
 *
 * @throws SafetensorsError naming what is wrong.
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  if (bytes.length < LENGTH_BYTES)
    fail(`the file has ${bytes.length} bytes; its first ${LENGTH_BYTES} must hold a length`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getBigUint64(0, true);
  if (headerLength > BigInt(Math.min(MAX_HEADER_BYTES, bytes.length - LENGTH_BYTES))) {
    fail(`the header claims ${headerLength} bytes, more than the file or the format allows`);
  }
  const dataFrom = LENGTH_BYTES + Number(headerLength);
  const dataBytes = bytes.length - dataFrom;
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, dataFrom));

  const entries = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => ({ name, ...parseEntry(name, entry, dataBytes) }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let expected = 0;
  const tensors: Record<string, TensorData> = Object.create(null);
  for (const { name, shape, begin, end } of entries) {
    if (begin !== expected)
      fail(`tensor ${name} begins at byte ${begin}; ${expected} was expected, without hole or overlap`);
    expected = end;
    const data = new Float32Array((end - begin) / BYTES_PER_FLOAT);
    for (let i = 0; i < data.length; i += 1) data[i] = view.getFloat32(dataFrom + begin + i * BYTES_PER_FLOAT, true);
    tensors[name] = { shape, data };
  }
  if (expected !== dataBytes) fail(`the tensors fill ${expected} bytes of the ${dataBytes} that the file holds`);
  return { tensors, metadata: parseMetadata(Object.hasOwn(header, METADATA) ? header[METADATA] : {}) };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), countsOnly);
  } catch (cause) {
    throw new SafetensorsError('the header is not JSON in UTF-8', { cause });
  }
  return isObject(header) ? header : fail('the header is not a JSON object');
}

/**
 * All numbers of a header are counts. The reference reads them as such: 4 is one, 4.0 and 4e0 are not, though JavaScript
 * makes the same number of all three. Engines that do not tell how a number was written let it pass.
 */
function countsOnly(_key: string, value: unknown, ...[context]: readonly { source?: string }[]): unknown {
  return typeof value === 'number' && context?.source && /[.eE]|^-0/.test(context.source) ? Number.NaN : value;
}

function parseEntry(name: string, entry: unknown, dataBytes: number): { shape: number[]; begin: number; end: number } {
  if (!isObject(entry)) return fail(`tensor ${name} is not described by an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (dtype !== 'F32') return fail(`tensor ${name} is of type ${JSON.stringify(dtype)}; only F32 is read`);
  if (!isListOfCounts(shape)) return fail(`tensor ${name} has no valid shape`);
  if (!isListOfCounts(offsets) || offsets.length !== 2) return fail(`tensor ${name} has no valid data_offsets`);
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > dataBytes) {
    return fail(`tensor ${name} lies at bytes ${begin} to ${end}, outside of the ${dataBytes} bytes of data`);
  }
  const wantedBytes = elements(shape) * BYTES_PER_FLOAT;
  if (end - begin !== wantedBytes) {
    return fail(`tensor ${name} of shape [${shape}] needs ${wantedBytes} bytes; its offsets give ${end - begin}`);
  }
  return { shape, begin, end };
}

function parseMetadata(metadata: unknown): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  // The reference takes it for none.
  if (metadata === null) return texts;
  if (!isObject(metadata)) return fail(`${METADATA} is not an object`);
  for (const [key, text] of Object.entries(metadata)) {
    if (typeof text !== 'string') return fail(`${METADATA}.${key} is not a text`);
    texts[key] = text;
  }
  return texts;
}

/** Pads the header with spaces, as the format allows, so that the data begins at a multiple of eight. */
function padded(header: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(header.length / 8) * 8).fill(0x20);
  bytes.set(header);
  return bytes;
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);
}

function fail(found: string): never {
  throw new SafetensorsError(`not a safetensors file that can be read: ${found}`);
}
