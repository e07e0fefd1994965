import { expect, test } from 'vitest';
import { addModel } from '../lab/models.node.ts';
import { grantConsent, listConsents, withdrawConsent } from '../people/consents.node.ts';
import { BASE_MODEL, consentFor, expectKind, NOW, newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { addMarker, readMarkers } from './markers.node.ts';
import { appendBatch } from './samples.node.ts';
import { findSession, listSessions, recoverSessions, setNotes, startSession, stopSession } from './sessions.node.ts';

test('a session starts only while a consent that covers monitoring holds', () => {
  using store = newStore();
  addModel(store.db, BASE_MODEL);
  const start = {
    childId: store.childId,
    modelId: 'base',
    source: 'webcam' as const,
    startedBy: store.userId,
    now: NOW,
  };
  const at = (iso: string) => startSession(store.db, { ...start, now: new Date(iso) }).kind;

  expect(startSession(store.db, start)).toEqual({ kind: 'no-consent', childCode: 'KID-7' });
  grantConsent(store.db, consentFor(store.childId, ['train', 'keep-crops']));
  expect(startSession(store.db, start).kind).toBe('no-consent');
  const { consent } = expectKind(grantConsent(store.db, consentFor(store.childId)), 'granted');
  expect(at('2026-03-05T11:59:59')).toBe('no-consent');
  expect(at('2026-03-31T23:59:59')).toBe('started');
  expect(at('2026-04-01T00:00:00')).toBe('no-consent');
  withdrawConsent(store.db, { consentId: consent.id, now: NOW });
  expect(startSession(store.db, start).kind).toBe('no-consent');
  expect(startSession(store.db, { ...start, childId: 'nobody' }).kind).toBe('no-such-child');
});

test('a session names its child, its model as it was, and who started it', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  expect(findSession(store.db, sessionId)).toEqual({
    id: sessionId,
    childId: store.childId,
    childCode: 'KID-7',
    modelId: 'base',
    modelVersion: '1.2.0',
    modelDigest: null,
    source: 'webcam',
    recordingName: null,
    recordingOriginMs: 0,
    recordingSha256: null,
    recordingDay: null,
    liveSessionId: null,
    keepsCrops: false,
    startedAtIso: NOW.toISOString(),
    startedBy: 'Ann',
    durationMs: 0,
    state: 'running',
    sampleCount: 0,
    notes: '',
    setAside: null,
  });
});

test('withdrawing the last consent for monitoring ends the recording', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const spare = expectKind(grantConsent(store.db, consentFor(store.childId)), 'granted').consent;
  const [, first] = listConsents(store.db, store.childId);
  const kept = expectKind(withdrawConsent(store.db, { consentId: first!.id, now: NOW }), 'withdrawn');
  expect(kept.endedSessionIds).toEqual([]);
  expect(withdrawConsent(store.db, { consentId: first!.id, now: NOW }).kind).toBe('already-withdrawn');
  const ended = expectKind(withdrawConsent(store.db, { consentId: spare.id, now: NOW }), 'withdrawn');
  expect(ended.endedSessionIds).toEqual([sessionId]);
  const late = { sessionId, batch: 0, samples: [sampleAt(10)], gaps: [], atMs: 20 };
  expect(appendBatch(store.db, late)).toEqual({ kind: 'not-running', state: 'stopped' });
});

test('stopping ends a session once, and never before its last batch', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  appendBatch(store.db, { sessionId, batch: 0, samples: [sampleAt(900)], gaps: [], atMs: 1000 });
  expect(expectKind(stopSession(store.db, { sessionId, durationMs: 400 }), 'stopped').session.durationMs).toBe(1000);
  expect(stopSession(store.db, { sessionId, durationMs: 2000 })).toEqual({ kind: 'not-running', state: 'stopped' });
  expect(stopSession(store.db, { sessionId: 'nobody', durationMs: 0 })).toEqual({ kind: 'not-found' });
  expect(recoverSessions(store.db)).toEqual([]);
});

test('markers and notes stay with the session', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  addMarker(store.db, { id: 'a', sessionId, atMs: 900, toMs: 950, kind: 'play', text: 'blocks', by: store.userId });
  addMarker(store.db, { id: 'b', sessionId, atMs: 100, toMs: null, kind: 'needle', text: '', by: store.userId });
  expect(readMarkers(store.db, sessionId)).toMatchObject([
    { atMs: 100, kind: 'needle', text: '', by: 'Ann' },
    { atMs: 900, kind: 'play', text: 'blocks', by: 'Ann' },
  ]);
  expect(
    addMarker(store.db, { id: 'c', toMs: null, sessionId: 'nobody', atMs: 0, kind: 'play', text: '', by: store.userId })
      .kind,
  ).toBe('not-found');
  expect(setNotes(store.db, { sessionId, notes: 'calm' })).toEqual({ kind: 'saved' });
  expect(setNotes(store.db, { sessionId: 'nobody', notes: 'calm' })).toEqual({ kind: 'not-found' });
  expect(listSessions(store.db).map(({ notes }) => notes)).toEqual(['calm']);
});
