import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { LogRecord, Run } from '../../../../contract/training.ts';
import { stageRecord, warningRecord } from '../../../../core/training/log-record.ts';
import { saying } from '../../../../core/training/said.ts';
import { failure } from '../../../../core/words/failure.ts';
import type { Language } from '../../../../core/words/language.ts';
import { textsIn } from '../../../ui/testing/texts-in.ts';
import { RunProgress } from './run-progress.tsx';

const RUNNING = { state: 'running', budgetMinutes: null } as Run;

const texts = (language: Language, log: readonly LogRecord[]) =>
  textsIn(language, createElement(RunProgress, { run: RUNNING, log }));

const best = { name: 'wasm', kind: 'tried', device: 'CPU', workers: 2, imagesPerSecond: 20 } as const;
const LOG: readonly LogRecord[] = [
  stageRecord('engine', { kind: 'engine', choice: { best, gradientError: 2e-6, wasRequested: true, others: [] } }, 0),
  warningRecord({ kind: 'left-out', problem: { path: 'a.jpg', row: 2, why: failure('leftOut.file-missing') } }, 1),
  warningRecord(saying(failure('runLog.no-adult-shows', { emotion: 'fear', children: 5 })), 2),
  {
    kind: 'step',
    stage: 'pretraining on adults',
    step: 1,
    steps: 9,
    epoch: 1,
    loss: 2,
    learningRate: 1,
    atMs: 3,
    leftMs: null,
  },
  stageRecord('test', saying(failure('runLog.testing', { images: 1200 })), 4),
];

it('tells a Dutch reader in Dutch where a run stands, what to know of it, and why on this engine', () => {
  const dutch = texts('nl', LOG);
  for (const words of [
    '1.200 beelden van testkinderen worden gelezen',
    'Weggelaten: a.jpg, rij 2: er is geen bestand met die naam',
    'Geen beeld van een volwassene toont Angst: die wordt alleen van 5 kinderbeelden geleerd.',
    'voortrainen op volwassenen',
  ]) {
    expect(dutch).toContain(words);
  }
  expect(texts('nl', LOG.slice(0, 1))).toContain('wasm op CPU, omdat erom gevraagd is');
  expect(texts('en', LOG)).toContain('Left out a.jpg, row 2: there is no such file');
});

it('shows the log of an earlier version, which knows English only', () => {
  const old: LogRecord[] = [
    { kind: 'stage', stage: 'engine', message: 'wasm on CPU, because it was asked for', atMs: 0 },
    { kind: 'warning', message: 'Left out a.jpg, row 2: there is no such file', atMs: 1 },
  ];
  expect(texts('nl', old)).toContain('wasm on CPU, because it was asked for');
  expect(texts('nl', old)).toContain('Left out a.jpg, row 2: there is no such file');
});
