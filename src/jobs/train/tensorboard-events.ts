import type { LogRecord } from '../../core/training/log-record.ts';

/**
 * The log of a run as TensorBoard reads it: a file of records, each a protobuf `Event` of TensorFlow.
 *
 * Source: tensorflow/core/lib/io/record_writer.h (length, masked CRC-32C of the length, data, masked CRC-32C of the data)
 * and tensorflow/core/util/event.proto, of which wall_time = 1, step = 2, file_version = 3 and summary = 5 are used. By
 * hand, since no library in JavaScript writes these files without TensorFlow's own binding.
 */

/** What the file begins with; names the format. */
export function firstEvent(atMs: number): Uint8Array<ArrayBuffer> {
  return record([...double(1, atMs / 1000), ...bytes(3, utf8('brain.Event:2'))]);
}

/**
 * The curves' next points: the loss, its parts where it has two, the learning rate and images a second, by stage.
 *
 * @returns Null for a record that is no step.
 */
export function stepEvent(log: LogRecord): Uint8Array<ArrayBuffer> | null {
  if (log.kind !== 'step') return null;
  const { loss, contrastive, crossEntropy, learningRate, imagesPerSecond } = log;
  return pointsOf(log, {
    loss,
    contrastive,
    'cross-entropy': crossEntropy,
    'learning-rate': learningRate,
    'images-per-second': imagesPerSecond,
  });
}

/**
 * The same of a look at val: its loss, and balanced accuracy with the ends of its interval. What another model reaches there
 * has curves of its own.
 *
 * @returns Null for a record that is no look.
 */
export function valEvent(log: LogRecord): Uint8Array<ArrayBuffer> | null {
  if (log.kind !== 'val') return null;
  const { of, model, stage, balancedAccuracy } = log;
  const curves = of === 'run' ? stage : `${stage}/${model}`;
  return pointsOf(
    { ...log, stage: curves },
    {
      'val-loss': log.loss,
      'val-balanced-accuracy': balancedAccuracy?.value,
      'val-balanced-accuracy-low': balancedAccuracy?.low,
      'val-balanced-accuracy-high': balancedAccuracy?.high,
    },
  );
}

function pointsOf(
  { stage, step, atMs }: { readonly stage: string; readonly step: number; readonly atMs: number },
  curves: Readonly<Record<string, number | null | undefined>>,
): Uint8Array<ArrayBuffer> {
  const points = Object.entries(curves).flatMap(([name, value]) =>
    value == null ? [] : bytes(1, [...bytes(1, utf8(`${stage}/${name}`)), ...float(2, value)]),
  );
  return record([...double(1, atMs / 1000), ...varint((2 << 3) | 0), ...varint(step), ...bytes(5, points)]);
}

function record(data: readonly number[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(8 + 4 + data.length + 4);
  const view = new DataView(whole.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(whole.subarray(0, 8)), true);
  whole.set(data, 12);
  view.setUint32(12 + data.length, maskedCrc32c(whole.subarray(12, 12 + data.length)), true);
  return whole;
}

/** CRC-32C (Castagnoli), reflected, bit by bit: a step has some hundred bytes. */
const POLYNOMIAL = 0x82f63b78;
/** Keeps a checksum of data that holds checksums from being weak. */
const MASK_DELTA = 0xa282ead8;

function maskedCrc32c(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  }
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + MASK_DELTA) >>> 0;
}

/** The parts of protobuf's wire format that are needed: a field's key is its number and the kind of its value. */

function varint(value: number): number[] {
  const low: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) low.push((rest % 128) | 0x80);
  return [...low, rest];
}

function bytes(field: number, data: readonly number[]): number[] {
  return [...varint((field << 3) | 2), ...varint(data.length), ...data];
}

function double(field: number, value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [...varint((field << 3) | 1), ...new Uint8Array(view.buffer)];
}

function float(field: number, value: number): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value, true);
  return [...varint((field << 3) | 5), ...new Uint8Array(view.buffer)];
}

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
