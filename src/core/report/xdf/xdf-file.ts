/**
 * An XDF file, byte by byte: what the Lab Streaming Layer's recorder writes.
 *
 * Source: XDF specification 1.0 (sccn/xdf wiki): "XDF:", then chunks of a length, a tag and their content; integers and
 * numbers little-endian.
 */
import type { Bytes } from '../pieces/pieces.ts';

interface XdfSample {
  readonly timeS: number;
  readonly values: ArrayLike<number | string>;
}

/** One stream: its samples in the order of time. */
export interface XdfStream {
  readonly name: string;
  /** XDF's content type; "Markers" for events. */
  readonly type: string;
  /** Samples a second; 0 for an irregular stream, whose times a reader then leaves as they are. */
  readonly rateHz: number;
  readonly channels: readonly { readonly label: string; readonly unit?: string }[];
  /** Names the stream for good, so that a program finds it again. */
  readonly sourceId: string;
  /** More of what it is, by name: written into its description. */
  readonly about?: Readonly<Record<string, string>>;
  readonly format: 'float32' | 'string';
  /** In the order of time, each with a value a channel. */
  readonly samples: Iterable<XdfSample>;
}

const FILE_HEADER = 1;
const STREAM_HEADER = 2;
const SAMPLES = 3;
const STREAM_FOOTER = 6;

/** Samples of one chunk. */
const ROWS_A_CHUNK = 10_000;

/**
 * @returns The file's pieces, one a chunk; a stream's samples are asked for once.
 * @throws RangeError if a sample's values are not as many as its channels, or the times not in order.
 */
export function* xdfFile(streams: readonly XdfStream[]): Generator<Bytes> {
  yield concat([text('XDF:'), chunk(FILE_HEADER, text(xml('<version>1.0</version>')))]);
  for (const [index, stream] of streams.entries()) {
    yield chunk(STREAM_HEADER, concat([id(index), text(header(stream))]));
  }
  const spans: Span[] = [];
  for (const [index, stream] of streams.entries()) spans.push(yield* sampleChunks(index, stream));
  for (const [index, span] of spans.entries()) yield chunk(STREAM_FOOTER, concat([id(index), text(footer(span))]));
}

/** What there was of a stream. */
interface Span {
  readonly firstS: number;
  readonly lastS: number;
  readonly count: number;
}

function header({ name, type, rateHz, channels, sourceId, format, about = {} }: XdfStream): string {
  const described = channels
    .map(
      ({ label, unit = '' }) => `<channel><label>${escapeXml(label)}</label><unit>${escapeXml(unit)}</unit></channel>`,
    )
    .join('');
  const facts = Object.entries(about).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`);
  return xml(
    `<name>${escapeXml(name)}</name><type>${escapeXml(type)}</type><channel_count>${channels.length}</channel_count>` +
      `<nominal_srate>${rateHz}</nominal_srate><channel_format>${format}</channel_format>` +
      `<source_id>${escapeXml(sourceId)}</source_id><desc><channels>${described}</channels>${facts.join('')}</desc>`,
  );
}

function footer({ firstS, lastS, count }: Span): string {
  return xml(
    `<first_timestamp>${firstS}</first_timestamp><last_timestamp>${lastS}</last_timestamp>` +
      `<sample_count>${count}</sample_count>`,
  );
}

function* sampleChunks(index: number, { name, channels, format, samples }: XdfStream): Generator<Bytes, Span> {
  let [firstS, lastS, total] = [0, 0, 0];
  let parts: Uint8Array[] = [];
  let rows = 0;
  const ended = () => chunk(SAMPLES, concat([id(index), count(rows), ...parts]));
  for (const { timeS, values } of samples) {
    if (values.length !== channels.length) {
      throw new RangeError(`${channels.length} values were expected in the stream “${name}”; found ${values.length}`);
    }
    if (total > 0 && timeS < lastS) {
      throw new RangeError(`times in order were expected in the stream “${name}”; found ${timeS} s`);
    }
    if (total === 0) firstS = timeS;
    lastS = timeS;
    total += 1;
    parts.push(format === 'float32' ? floats(timeS, values) : concat([time(timeS), string(String(values[0]))]));
    rows += 1;
    if (rows < ROWS_A_CHUNK) continue;
    yield ended();
    parts = [];
    rows = 0;
  }
  if (rows > 0) yield ended();
  return { firstS, lastS, count: total };
}

const xml = (inner: string) => `<?xml version="1.0"?><info>${inner}</info>`;

/** XML 1.0 has no room for control characters. */
function escapeXml(value: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return value.replace(/\p{Cc}+/gu, ' ').replace(/[&<>]/g, (sign) => entities[sign]!);
}

const text = (value: string) => new TextEncoder().encode(value);

function chunk(tag: number, content: Uint8Array): Bytes {
  const head = new Uint8Array(2);
  new DataView(head.buffer).setUint16(0, tag, true);
  return concat([count(content.length + 2), head, content]);
}

function id(index: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, index + 1, true);
  return bytes;
}

/** A number with the number of its bytes before it. */
function count(value: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = 4;
  new DataView(bytes.buffer).setUint32(1, value, true);
  return bytes;
}

function time(seconds: number): Uint8Array {
  const bytes = new Uint8Array(9);
  bytes[0] = 8;
  new DataView(bytes.buffer).setFloat64(1, seconds, true);
  return bytes;
}

/** A sample of numbers, its time before them. */
function floats(timeS: number, values: XdfSample['values']): Uint8Array {
  const bytes = new Uint8Array(9 + 4 * values.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 8;
  view.setFloat64(1, timeS, true);
  for (let channel = 0; channel < values.length; channel += 1)
    view.setFloat32(9 + 4 * channel, Number(values[channel]), true);
  return bytes;
}

function string(value: string): Uint8Array {
  const bytes = text(value);
  return concat([count(bytes.length), bytes]);
}

function concat(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
