import { expect, it } from 'vitest';
import type { Baseline } from '../../../../contract/baselines.ts';
import type { Session, Summary } from '../../../../contract/sessions.ts';
import { groupByModel } from './compared-session.ts';

function session(id: string, modelVersion: string, startedAtIso: string): Session {
  return {
    id,
    childId: 'child',
    childCode: 'W3-0001',
    modelId: 'base',
    modelVersion,
    modelDigest: null,
    source: 'webcam',
    recordingName: null,
    recordingOriginMs: 0,
    recordingSha256: null,
    recordingDay: null,
    liveSessionId: null,
    keepsCrops: false,
    startedAtIso,
    startedBy: 'Nurse',
    durationMs: 60_000,
    state: 'stopped',
    sampleCount: 600,
    notes: '',
    setAside: null,
  };
}

const summary = (usableMs: number): Summary => ({
  durationMs: 60_000,
  usableMs,
  notSureMs: usableMs / 4,
  coverage: usableMs / 60_000,
  emotionMs: { anger: 0, disgust: 0, fear: 0, happiness: usableMs / 2, sadness: usableMs / 4, surprise: 0, neutral: 0 },
  episodes: [],
  distress: null,
  gapMsByReason: {},
  unaccountedMs: 0,
});

const baseline = (version: number, modelVersion: string, recordedAtIso: string): Baseline => ({
  id: `b${version}`,
  childId: 'child',
  version,
  sessionId: 's1',
  modelId: 'base',
  modelVersion,
  fromMs: 0,
  toMs: 30_000,
  sampleCount: 400,
  probabilities: [0, 0, 0, 0, 0, 0, 1],
  note: '',
  recordedAtIso,
  recordedBy: 'Nurse',
  isActive: false,
});

const trend = { means: null, flacc: [], faces: [], markers: [] };

const FOUR = [
  { session: session('s1', '1', '2026-03-01T10:00:00Z'), summary: summary(40_000), trend },
  { session: session('s2', '2', '2026-03-08T10:00:00Z'), summary: summary(20_000), trend },
  { session: session('s3', '1', '2026-03-15T10:00:00Z'), summary: summary(50_000), trend },
  { session: session('s4', '2', '2026-03-22T10:00:00Z'), summary: summary(0), trend },
];

it('never puts sessions of two versions of a model into one group, even when they take turns', () => {
  const groups = groupByModel(FOUR, []);
  expect(groups.map(({ modelVersion, sessions }) => [modelVersion, sessions.map((each) => each.session.id)])).toEqual([
    ['1', ['s1', 's3']],
    ['2', ['s2', 's4']],
  ]);
});

it('gives shares of what could be read, and says when that was less than half', () => {
  const [first, second] = groupByModel(FOUR, []);
  expect(first?.sessions[0]).toMatchObject({ isLow: false });
  expect(first?.sessions[0]?.shares.filter(({ share }) => share > 0)).toEqual([
    { emotion: 'happiness', share: 0.5 },
    { emotion: 'sadness', share: 0.25 },
    { emotion: null, share: 0.25 },
  ]);
  expect(second?.sessions.map(({ isLow }) => isLow)).toEqual([true, true]);
  expect(second?.sessions[1]?.shares.every(({ share }) => share === 0)).toBe(true);
});

it('names the newest baseline that there was for that model by the session’s end', () => {
  const baselines = [
    baseline(1, '1', '2026-03-01T10:00:40Z'),
    baseline(2, '1', '2026-03-20T09:00:00Z'),
    baseline(3, '2', '2026-03-22T09:00:00Z'),
  ];
  const versions = groupByModel(FOUR, baselines).flatMap(({ sessions }) =>
    sessions.map((each) => [each.session.id, each.baselineVersion]),
  );
  expect(Object.fromEntries(versions)).toEqual({ s1: 1, s3: 1, s2: null, s4: 3 });
});
