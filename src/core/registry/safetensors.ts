import type { TensorData } from '../training/net/trained-net.ts';

/**
 * The safetensors file format: named float32 tensors, no code inside, readable by PyTorch and others.
 *
 * Layout: an unsigned 64-bit little-endian length, a JSON header of that length, then the tensors' bytes. The header
 * maps each name to { dtype, shape, data_offsets: [begin, end] }, with offsets counted from the end of the header; the
 * tensors fill the data without holes. An optional "__metadata__" maps strings to strings.
 *
 * Source: https://github.com/huggingface/safetensors, "Format". Only F32 is read: our models hold nothing else. Tensors of
 * another type, which a program beside ours may keep in the same file, can be listed and left as they are.
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
/** The types whose elements are whole bytes, by the format's names. */
const BYTES_OF: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: BYTES_PER_FLOAT,
  U64: 8,
  I64: 8,
  F64: 8,
};
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
  const { header } = readHeader(bytes);
  for (const [name, entry] of Object.entries(header)) {
    if (name !== METADATA && isObject(entry) && entry.dtype !== 'F32') failOnType(name, entry.dtype);
  }
  const metadata = parseMetadata(Object.hasOwn(header, METADATA) ? header[METADATA] : {});
  return { tensors: readSafetensorsFloats(bytes), metadata };
}

/** The float32 tensors of a file that may hold others beside them. @throws SafetensorsError naming what is wrong. */
export function readSafetensorsFloats(bytes: Uint8Array): Safetensors['tensors'] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors: Record<string, TensorData> = Object.create(null);
  for (const { name, dtype, shape, begin, end } of tensorPlaces(bytes)) {
    if (dtype !== 'F32') continue;
    const data = new Float32Array((end - begin) / BYTES_PER_FLOAT);
    for (let i = 0; i < data.length; i += 1) data[i] = view.getFloat32(begin + i * BYTES_PER_FLOAT, true);
    tensors[name] = { shape, data };
  }
  return tensors;
}

/** Where a tensor lies in a file, of whatever type it is. */
export interface TensorPlace {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** In bytes from the beginning of the file. */
  readonly begin: number;
  readonly end: number;
}

/** The tensors of a file in the order in which they lie, of every type of the format. @throws SafetensorsError. */
export function tensorPlaces(bytes: Uint8Array): readonly TensorPlace[] {
  const { header, dataFrom } = readHeader(bytes);
  return placesIn(header, bytes.length - dataFrom).map((each) => ({
    ...each,
    begin: dataFrom + each.begin,
    end: dataFrom + each.end,
  }));
}

function readHeader(bytes: Uint8Array) {
  if (bytes.length < LENGTH_BYTES)
    fail(`the file has ${bytes.length} bytes; its first ${LENGTH_BYTES} must hold a length`);
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  if (headerLength > BigInt(Math.min(MAX_HEADER_BYTES, bytes.length - LENGTH_BYTES))) {
    fail(`the header claims ${headerLength} bytes, more than the file or the format allows`);
  }
  const dataFrom = LENGTH_BYTES + Number(headerLength);
  return { header: parseHeader(bytes.subarray(LENGTH_BYTES, dataFrom)), dataFrom };
}

function placesIn(header: Record<string, unknown>, dataBytes: number): TensorPlace[] {
  const places = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => ({ name, ...parseEntry(name, entry, dataBytes) }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let expected = 0;
  for (const { name, begin, end } of places) {
    if (begin !== expected)
      fail(`tensor ${name} begins at byte ${begin}; ${expected} was expected, without hole or overlap`);
    expected = end;
  }
  if (expected !== dataBytes) fail(`the tensors fill ${expected} bytes of the ${dataBytes} that the file holds`);
  return places;
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

function parseEntry(name: string, entry: unknown, dataBytes: number): Omit<TensorPlace, 'name'> {
  if (!isObject(entry)) return fail(`tensor ${name} is not described by an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  const bytesEach = typeof dtype === 'string' && Object.hasOwn(BYTES_OF, dtype) ? BYTES_OF[dtype]! : null;
  if (typeof dtype !== 'string' || bytesEach === null) return failOnType(name, dtype);
  if (!isListOfCounts(shape)) return fail(`tensor ${name} has no valid shape`);
  if (!isListOfCounts(offsets) || offsets.length !== 2) return fail(`tensor ${name} has no valid data_offsets`);
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > dataBytes) {
    return fail(`tensor ${name} lies at bytes ${begin} to ${end}, outside of the ${dataBytes} bytes of data`);
  }
  const wantedBytes = elements(shape) * bytesEach;
  if (end - begin !== wantedBytes) {
    return fail(`tensor ${name} of shape [${shape}] needs ${wantedBytes} bytes; its offsets give ${end - begin}`);
  }
  return { dtype, shape, begin, end };
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

function failOnType(name: string, dtype: unknown): never {
  fail(`tensor ${name} is of type ${JSON.stringify(dtype)}; only F32 is read`);
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
