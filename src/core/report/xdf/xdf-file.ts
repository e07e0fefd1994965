/**
 * An XDF file, byte by byte: what the Lab Streaming Layer's recorder writes.
 *
 * Source: XDF specification 1.0 (sccn/xdf wiki): "XDF:", then chunks of a length, a tag and their content; integers and
 * numbers little-endian.
 */

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
  readonly samples:
    | { readonly format: 'float32'; readonly timesS: Float64Array; readonly values: Float32Array }
    | { readonly format: 'string'; readonly timesS: Float64Array; readonly values: readonly string[] };
}

const FILE_HEADER = 1;
const STREAM_HEADER = 2;
const SAMPLES = 3;
const STREAM_FOOTER = 6;

/** Samples of one chunk. */
const ROWS_A_CHUNK = 10_000;

/**
 * @throws RangeError if a stream's values are not as many as its times and channels want, or its times not in order.
 */
export function xdfFile(streams: readonly XdfStream[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [text('XDF:'), chunk(FILE_HEADER, text(xml('<version>1.0</version>')))];
  for (const [index, stream] of streams.entries())
    parts.push(chunk(STREAM_HEADER, concat([id(index), text(header(stream))])));
  for (const [index, stream] of streams.entries()) parts.push(...sampleChunks(index, stream));
  for (const [index, stream] of streams.entries())
    parts.push(chunk(STREAM_FOOTER, concat([id(index), text(footer(stream))])));
  return concat(parts);
}

function header({ name, type, rateHz, channels, sourceId, samples, about = {} }: XdfStream): string {
  const described = channels
    .map(
      ({ label, unit = '' }) => `<channel><label>${escapeXml(label)}</label><unit>${escapeXml(unit)}</unit></channel>`,
    )
    .join('');
  const facts = Object.entries(about).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`);
  return xml(
    `<name>${escapeXml(name)}</name><type>${escapeXml(type)}</type><channel_count>${channels.length}</channel_count>` +
      `<nominal_srate>${rateHz}</nominal_srate><channel_format>${samples.format}</channel_format>` +
      `<source_id>${escapeXml(sourceId)}</source_id><desc><channels>${described}</channels>${facts.join('')}</desc>`,
  );
}

function footer({ samples: { timesS } }: XdfStream): string {
  const [first, last] = [timesS[0] ?? 0, timesS.at(-1) ?? 0];
  return xml(
    `<first_timestamp>${first}</first_timestamp><last_timestamp>${last}</last_timestamp>` +
      `<sample_count>${timesS.length}</sample_count>`,
  );
}

function sampleChunks(index: number, { name, channels, samples }: XdfStream): Uint8Array[] {
  const { timesS } = samples;
  const wanted = timesS.length * channels.length;
  if (samples.values.length !== wanted) {
    throw new RangeError(`${wanted} values were expected in the stream “${name}”; found ${samples.values.length}`);
  }
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < timesS.length; from += ROWS_A_CHUNK) {
    const rows = Math.min(ROWS_A_CHUNK, timesS.length - from);
    const parts = [id(index), count(rows)];
    for (let row = from; row < from + rows; row += 1) {
      if (timesS[row]! < (timesS[row - 1] ?? Number.NEGATIVE_INFINITY)) {
        throw new RangeError(`times in order were expected in the stream “${name}”; found ${timesS[row]} s`);
      }
      parts.push(time(timesS[row]!));
      for (let channel = 0; channel < channels.length; channel += 1) {
        const at = row * channels.length + channel;
        parts.push(samples.format === 'float32' ? float(samples.values[at]!) : string(samples.values[at]!));
      }
    }
    chunks.push(chunk(SAMPLES, concat(parts)));
  }
  return chunks;
}

const xml = (inner: string) => `<?xml version="1.0"?><info>${inner}</info>`;

/** XML 1.0 has no room for control characters. */
function escapeXml(value: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return value.replace(/\p{Cc}+/gu, ' ').replace(/[&<>]/g, (sign) => entities[sign]!);
}

const text = (value: string) => new TextEncoder().encode(value);

function chunk(tag: number, content: Uint8Array): Uint8Array {
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

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return bytes;
}

function string(value: string): Uint8Array {
  const bytes = text(value);
  return concat([count(bytes.length), bytes]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
