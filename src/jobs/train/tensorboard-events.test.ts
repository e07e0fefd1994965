import { expect, it } from 'vitest';
import type { LogRecord } from '../../core/training/log-record.ts';
import { firstEvent, stepEvent, valEvent } from './tensorboard-events.ts';

const STEP: LogRecord = {
  kind: 'step',
  stage: 'pretraining',
  step: 300,
  steps: 1000,
  epoch: 3,
  loss: 4.5,
  contrastive: 4.25,
  crossEntropy: 0.25,
  learningRate: 0.002,
  atMs: 1_700_000_000_500,
  leftMs: null,
};

const hex = (bytes: Uint8Array | null) => Buffer.from(bytes!).toString('hex');

/*
 * Written by tensorboard 2.21.0 for Python:
 *   from tensorboard.summary.writer.record_writer import RecordWriter
 *   from tensorboard.compat.proto.event_pb2 import Event; from tensorboard.compat.proto.summary_pb2 import Summary
 *   RecordWriter(file).write(Event(wall_time=1700000000.5, file_version='brain.Event:2').SerializeToString())
 *   V = Summary.Value
 *   RecordWriter(file).write(Event(wall_time=1700000000.5, step=300, summary=Summary(value=[
 *     V(tag='pretraining/loss', simple_value=4.5), V(tag='pretraining/contrastive', simple_value=4.25),
 *     V(tag='pretraining/cross-entropy', simple_value=0.25), V(tag='pretraining/learning-rate', simple_value=0.002),
 *   ])).SerializeToString())
 */
const FIRST = '1800000000000000a37f4b220900002040fc54d9411a0d627261696e2e4576656e743a322b353110';
const SECOND =
  '8b00000000000000852d3df10900002040fc54d94110ac022a7d0a170a10707265747261696e696e672f6c6f737315000090400a1e0a17707265747261696e696e672f636f6e747261737469766515000088400a200a19707265747261696e696e672f63726f73732d656e74726f7079150000803e0a200a19707265747261696e696e672f6c6561726e696e672d72617465156f12033b7c9247d9';

it('begins as TensorBoard does', () => {
  expect(hex(firstEvent(STEP.atMs))).toBe(FIRST);
});

it('writes a step as TensorBoard does', () => {
  expect(hex(stepEvent(STEP))).toBe(SECOND);
});

it('writes the parts of a loss only where it has them, and nothing for what is no step', () => {
  const { contrastive: _, crossEntropy: __, ...plain } = STEP as Extract<LogRecord, { kind: 'step' }>;
  expect(Buffer.from(stepEvent(plain)!).toString('latin1')).not.toMatch(/contrastive|cross-entropy/);
  expect(stepEvent({ kind: 'warning', message: 'dark', atMs: 0 })).toBeNull();
});

it('writes a look at val with the ends of its interval, and another model beside it under its name', () => {
  const look: LogRecord = {
    ...{ kind: 'val', of: 'run', model: null, stage: 'fine-tuning', step: 3, epoch: 1, loss: 1, isBest: true, atMs: 0 },
    ...{ balancedAccuracy: { value: 0.5, low: 0.25, high: 0.75 }, images: 4, subjects: 2 },
  };
  const text = (record: LogRecord) => Buffer.from(valEvent(record)!).toString('latin1');
  for (const name of ['val-loss', 'val-balanced-accuracy', 'val-balanced-accuracy-low', 'val-balanced-accuracy-high']) {
    expect(text(look)).toContain(`fine-tuning/${name}`);
  }
  expect(text({ ...look, of: 'model', model: 'base', stage: 'val' })).toContain('val/base/val-balanced-accuracy');
  expect(text({ ...look, balancedAccuracy: null })).not.toContain('balanced');
  expect(valEvent(STEP)).toBeNull();
});
