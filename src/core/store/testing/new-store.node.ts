import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '../../emotion/sample.ts';
import { addModel, approveModel } from '../lab/models.node.ts';
import { addChild } from '../people/children.node.ts';
import { grantConsent } from '../people/consents.node.ts';
import { addUser } from '../people/users.node.ts';
import { startSession } from '../sessions/sessions.node.ts';
import { closeStore, createStore, type WritableDb } from '../store.node.ts';

export const NOW = new Date('2026-03-05T12:00:00');
export const KEY = Uint8Array.from({ length: 32 }, (_, index) => 7 * index + 1);

export const BASE_MODEL = {
  id: 'base',
  version: '1.2.0',
  origin: 'shipped',
  dir: 'models/base',
  createdAtIso: NOW.toISOString(),
  comparison: null,
  digest: null,
} as const;

/** A folder that is gone when the scope ends. */
export function newFolder(): { dir: string } & Disposable {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-store-'));
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

/** A real store in a folder of its own, with a nurse and a child, that is closed and gone when the scope ends. */
export function newStore(): { db: WritableDb; file: string; userId: string; childId: string } & Disposable {
  const folder = newFolder();
  const file = join(folder.dir, 'site.db');
  const db = createStore(file, KEY);
  const { user } = expectKind(addUser(db, { name: 'Ann', role: 'administrator' }), 'added');
  const { child } = expectKind(addChild(db, { code: 'KID-7', birthMonth: '2019-02', now: NOW }), 'added');
  return {
    db,
    file,
    userId: user.id,
    childId: child.id,
    [Symbol.dispose]: () => {
      closeStore(db);
      folder[Symbol.dispose]();
    },
  };
}

export function consentFor(childId: string, scopes: Parameters<typeof grantConsent>[1]['scopes'] = ['monitor']) {
  return { childId, scopes, givenBy: 'mother', childAssented: true, untilDate: '2026-03-31', now: NOW };
}

/** Consent, an approved model and a running session. */
export function newSession(db: WritableDb, childId: string, userId: string): string {
  expectKind(grantConsent(db, consentFor(childId)), 'granted');
  addModel(db, BASE_MODEL);
  approveModel(db, { modelId: 'base', approvedBy: 'set-up', now: NOW });
  const start = { childId, modelId: 'base', source: 'webcam' as const, startedBy: userId, now: NOW };
  return expectKind(startSession(db, start), 'started').session.id;
}

export function sampleAt(atMs: number, emotion: Sample['emotion'] = 'happiness'): Sample {
  return {
    atMs,
    probabilities: [0.05, 0.1, 0.15, 0.4, 0.05, 0.05, 0.2],
    emotion,
    box: { xPx: 101.25, yPx: 50.5, widthPx: 120, heightPx: 133.75 },
    quality: { brightness: 0.5, sharpness: 210.5, eyeDistancePx: 44.25, yawDeg: -12.5 },
  };
}

/** The result, narrowed to the kind that the test takes for granted. */
export function expectKind<Result extends { kind: string }, Kind extends Result['kind']>(
  result: Result,
  kind: Kind,
): Extract<Result, { kind: Kind }> {
  if (result.kind !== kind) throw new Error(`${kind} was expected; found ${JSON.stringify(result)}`);
  return result as Extract<Result, { kind: Kind }>;
}
