import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { EMOTIONS, type Emotion } from '../../core/emotion/emotion.ts';
import { wholeOf } from '../../core/report/pieces/pieces.ts';
import { sourceOf } from '../../core/report/testing/document-of.ts';
import { activateBaseline, addBaseline } from '../../core/store/people/baselines.node.ts';
import { addUser } from '../../core/store/people/users.node.ts';
import { addAnnotation } from '../../core/store/sessions/annotations.node.ts';
import { addMarker } from '../../core/store/sessions/markers.node.ts';
import { addObservation } from '../../core/store/sessions/observations.node.ts';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import { startSession, stopSession } from '../../core/store/sessions/sessions.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import { BASE_MODEL, expectKind, NOW, newSession, newStore } from '../../core/store/testing/new-store.node.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';
import { sample } from '../testing/test-site.ts';
import { makeReport, openStoredReport, type ReportTaskInput } from './report-task.ts';

function inputOf(sessionId: string, isIdentified: boolean): ReportTaskInput {
  return {
    sessionId,
    format: 'json',
    language: 'en',
    isIdentified,
    exportId: randomUUID(),
    model: sourceOf().model,
    exportedBy: 'Ann',
    exportedByRole: 'administrator',
    exportedAtIso: NOW.toISOString(),
    timeZone: 'Europe/Amsterdam',
  };
}

async function jsonOf(db: WritableDb, sessionId: string, isIdentified: boolean) {
  const { bytes } = await makeReport(db, inputOf(sessionId, isIdentified));
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

/** Ten seconds, a reading every 200 ms. */
function record(db: WritableDb, sessionId: string, emotionAt: (atMs: number) => Emotion): void {
  const samples = Array.from({ length: 50 }, (_, index) => sample(100 + index * 200, emotionAt(100 + index * 200)));
  appendBatch(db, { sessionId, batch: 0, samples, gaps: [], atMs: 10_000 });
  stopSession(db, { sessionId, durationMs: 10_000 });
}

it('tells all that people added, two raters’ agreement, the baseline in use and the parity of a recording', async () => {
  using store = newStore();
  const { db, userId, childId } = store;
  const liveId = newSession(db, childId, userId);
  record(db, liveId, () => 'happiness');
  const start = {
    childId,
    modelId: BASE_MODEL.id,
    source: 'recording' as const,
    startedBy: userId,
    now: NOW,
    recordingName: 'Jip.mp4',
    liveSessionId: liveId,
  } as const;
  const { id: sessionId } = expectKind(startSession(db, start), 'started').session;
  record(db, sessionId, (atMs) => (atMs < 8000 ? 'happiness' : 'fear'));

  const second = expectKind(addUser(db, { name: 'Bo', role: 'reviewer' }), 'added');
  const byNow = { sessionId, now: NOW };
  addMarker(db, {
    id: randomUUID(),
    sessionId,
    by: userId,
    atMs: 1000,
    toMs: 3000,
    kind: 'play',
    text: '',
  });
  addObservation(db, {
    ...byNow,
    id: randomUUID(),
    atMs: 2000,
    by: userId,
    observation: { kind: 'faces-scale', score: 4, note: 'Jip says' },
  });
  for (const [byId, label] of [
    [userId, 'happiness'],
    [second.user.id, 'talking'],
  ] as const) {
    addAnnotation(db, { ...byNow, id: randomUUID(), byId, fromMs: 0, toMs: 4000, label, note: '' });
  }
  const baseline = addBaseline(db, {
    id: randomUUID(),
    childId,
    sessionId: liveId,
    modelId: BASE_MODEL.id,
    modelVersion: '1.2.0',
    now: NOW,
    ...{
      fromMs: 0,
      toMs: 10_000,
      sampleCount: 50,
      probabilities: EMOTIONS.map(() => 1 / 7),
      note: '',
      recordedBy: userId,
    },
  });
  ensureReportSecrets(db);
  expect(await jsonOf(db, sessionId, true)).toMatchObject({ baseline: null });
  activateBaseline(db, { childId, baselineId: baseline.id });

  expect(await jsonOf(db, sessionId, true)).toMatchObject({
    child: { code: 'KID-7' },
    session: { source: 'recording', recordingName: 'Jip.mp4', liveSessionId: liveId },
    markers: [{ atMs: 1000, toMs: 3000, kind: 'play', by: 'Ann' }],
    observations: [{ observation: { score: 4 }, by: 'Ann' }],
    annotations: [
      { label: 'happiness', by: 'Ann' },
      { label: 'talking', by: 'Bo' },
    ],
    agreement: [{ raterA: 'Ann', raterB: 'Bo', sharedMs: 4000, observedAgreement: 0 }],
    parity: { liveSessionId: liveId, seconds: 10, same: 8, offsetMs: 0 },
    baseline: { version: 1, recordedBy: 'Ann' },
  });
  const plain = await jsonOf(db, sessionId, false);
  expect(JSON.stringify(plain)).not.toMatch(/KID-7|Jip|"Ann"|"Bo"|2026-/);
  expect(JSON.stringify(plain)).not.toContain(liveId);
  expect(plain).toMatchObject({ parity: { same: 8 }, agreement: [{ raterA: 'Staff A', raterB: 'Staff B' }] });
  // So that a recording and its live session can be joined without saying which child it was.
  expect(plain.session.liveSessionId).toBe((await jsonOf(db, liveId, false)).session.id);
  expect(plain.child.code).toBe((await jsonOf(db, liveId, false)).child.code);
});

it('tells of a running session what was there when it was asked for, whatever comes while it is written', async () => {
  using store = newStore();
  const { db, userId, childId } = store;
  const sessionId = newSession(db, childId, userId);
  const batch = (number: number) => {
    const samples = Array.from({ length: 5 }, (_, row) => sample(1000 * number + 200 * row));
    appendBatch(db, { sessionId, batch: number, samples, gaps: [], atMs: 1000 * (number + 1) });
  };
  batch(0);
  ensureReportSecrets(db);
  const { pieces } = openStoredReport(db, { ...inputOf(sessionId, true), format: 'csv' });
  batch(1);
  const rows = Buffer.from(await wholeOf(pieces))
    .toString('utf8')
    .split('\n');
  expect(rows.filter((row) => row.startsWith('sample,'))).toHaveLength(5);
});
