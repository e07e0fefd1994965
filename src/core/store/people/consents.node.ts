import { randomUUID } from 'node:crypto';
import { assertOneChanged } from '../assert-changed.node.ts';
import { localDate } from '../local-date.ts';
import { removeCropsOf } from '../sessions/crops.node.ts';
import { removeVideosOf } from '../sessions/videos.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { removeBaselinesOf } from './baselines.node.ts';
import { type ConsentScan, readScans, SCANS_JSON } from './consent-scans.node.ts';
import { CONSENT_SCOPES, type ConsentScope } from './consent-scope.ts';

export interface Consent {
  readonly id: string;
  readonly childId: string;
  readonly scopes: ConsentScope[];
  readonly givenBy: string;
  readonly childAssented: boolean;
  readonly fromIso: string;
  /** Last day it holds on the site's calendar, yyyy-mm-dd. */
  readonly untilDate: string;
  readonly withdrawnAtIso: string | null;
  /** Which version of the paper form was signed; '' where nobody said. */
  readonly formVersion: string;
  /** The day on which it was signed, yyyy-mm-dd; null where nobody said. */
  readonly signedOn: string | null;
  /** Who recorded it here, by name; null for one of an earlier version of the program. */
  readonly recordedBy: string | null;
  /**
   * Its last day was found to be over, and what it allowed has stopped: wherever the clock is set afterwards, it holds nothing any
   * more. So it is, until that is settled, where a clock says so that nobody trusts.
   */
  readonly hasEnded: boolean;
  /** Scans of the paper form. */
  readonly scans: ConsentScan[];
}

/** The paper behind a consent, and who has it before them. */
export interface ConsentForm {
  readonly formVersion: string;
  readonly signedOn: string | null;
  /** A user's id; null for what the program does by itself. */
  readonly recordedById: string | null;
}

const NO_FORM: ConsentForm = { formVersion: '', signedOn: null, recordedById: null };

const SELECT = `SELECT *, (SELECT name FROM users WHERE users.id = recorded_by) AS recorder, ${SCANS_JSON} AS scans_json FROM consents`;

/** What was agreed for a child, newest first. */
export function listConsents(db: ReadableDb, childId: string): Consent[] {
  return db
    .prepare<[string], ConsentRow>(`${SELECT} WHERE child_id = ? ORDER BY from_at DESC, rowid DESC`)
    .all(childId)
    .map(consentOf);
}

/** @returns Null for one that is not there. */
export function findConsent(db: ReadableDb, consentId: string): Consent | null {
  const row = db.prepare<[string], ConsentRow>(`${SELECT} WHERE id = ?`).get(consentId);
  return row ? consentOf(row) : null;
}

/** The same for many children at once; who has none is not there. */
export function consentsByChild(db: ReadableDb, childIds: readonly string[]): Map<string, Consent[]> {
  const rows = db
    .prepare<[string], ConsentRow>(
      `${SELECT} WHERE child_id IN (SELECT value FROM json_each(?)) ORDER BY from_at DESC, rowid DESC`,
    )
    .all(JSON.stringify(childIds));
  return Map.groupBy(rows.map(consentOf), ({ childId }) => childId);
}

/** The scopes that at least one of the consents covers at `now`, in the order of CONSENT_SCOPES. */
export function scopesHeld(consents: readonly Consent[], now: Date): ConsentScope[] {
  const holding = consents.filter((consent) => holds(consent, now));
  return CONSENT_SCOPES.filter((scope) => holding.some((consent) => consent.scopes.includes(scope)));
}

/** Of a child of `sessions`: whether a consent to training stands that neither was withdrawn nor has been ended by its last day. */
export const TRAINING_STANDS = `EXISTS (SELECT 1 FROM consents WHERE consents.child_id = sessions.child_id
  AND consents.train = 1 AND consents.withdrawn_at IS NULL AND consents.expired_at IS NULL AND consents.doubted_at IS NULL)`;

/** The children with sessions whose consent to training stands, by id. */
export function childrenWithTraining(db: ReadableDb): Set<string> {
  const rows = db.prepare<[], string>(`SELECT DISTINCT child_id FROM sessions WHERE ${TRAINING_STANDS}`);
  return new Set(rows.pluck().all());
}

export function grantConsent(
  db: WritableDb,
  {
    now,
    form = NO_FORM,
    ...given
  }: Omit<
    Consent,
    'id' | 'fromIso' | 'withdrawnAtIso' | 'formVersion' | 'signedOn' | 'recordedBy' | 'hasEnded' | 'scans'
  > & {
    readonly form?: ConsentForm;
    readonly now: Date;
  },
):
  | { kind: 'granted'; consent: Consent }
  | { kind: 'no-such-child' }
  | { kind: 'already-over' }
  | { kind: 'signed-in-future' } {
  return inTransaction(db, () => {
    if (!db.prepare('SELECT 1 FROM children WHERE id = ?').get(given.childId)) return { kind: 'no-such-child' };
    if (given.untilDate < localDate(now)) return { kind: 'already-over' };
    if (form.signedOn !== null && form.signedOn > localDate(now)) return { kind: 'signed-in-future' };
    const scopes = CONSENT_SCOPES.filter((scope) => given.scopes.includes(scope));
    const consent = { ...given, scopes, id: randomUUID(), fromIso: now.toISOString() };
    const result = db
      .prepare(
        `INSERT INTO consents (id, child_id, monitor, keep_crops, keep_video, train, share_weights, keep_baseline,
                               given_by, child_assented, from_at, until_date,
                               form_version, signed_on, recorded_by)
         VALUES (@id, @childId, @monitor, @keepCrops, @keepVideo, @train, @shareWeights, @keepBaseline,
                 @givenBy, @childAssented, @fromIso, @untilDate,
                 @formVersion, @signedOn, @recordedById)`,
      )
      .run({
        id: consent.id,
        childId: consent.childId,
        monitor: Number(scopes.includes('monitor')),
        keepCrops: Number(scopes.includes('keep-crops')),
        keepVideo: Number(scopes.includes('keep-video')),
        train: Number(scopes.includes('train')),
        shareWeights: Number(scopes.includes('share-weights')),
        keepBaseline: Number(scopes.includes('keep-baseline')),
        givenBy: consent.givenBy,
        childAssented: Number(consent.childAssented),
        fromIso: consent.fromIso,
        untilDate: consent.untilDate,
        ...form,
      });
    assertOneChanged(result, 'granting a consent');
    return { kind: 'granted', consent: findConsent(db, consent.id)! };
  });
}

/** What stopped with a consent, for whoever must be told. */
export interface EndedConsent {
  readonly consent: Consent;
  /** Sessions of the child that no other consent covers: each ended at its last batch. */
  readonly endedSessionIds: string[];
}

/**
 * Ends a consent now. A session of the child that no other consent covers ends with it, at its last batch: what
 * arrives after that is refused. What only this consent allowed to keep is deleted: pictures, videos and baselines.
 * The sealed files of videos are whoever's who holds the folder: nothing names them any more.
 */
export function withdrawConsent(
  db: WritableDb,
  { consentId, now }: { consentId: string; now: Date },
): ({ kind: 'withdrawn' } & EndedConsent) | { kind: 'not-found' } | { kind: 'already-withdrawn' } {
  return inTransaction(db, () => {
    const row = db.prepare<[string], ConsentRow>(`${SELECT} WHERE id = ?`).get(consentId);
    if (!row) return { kind: 'not-found' };
    if (row.withdrawn_at !== null) return { kind: 'already-withdrawn' };
    const result = db.prepare('UPDATE consents SET withdrawn_at = ? WHERE id = ?').run(now.toISOString(), consentId);
    assertOneChanged(result, 'withdrawing a consent');
    return { kind: 'withdrawn', ...stopAndDelete(db, { ...row, withdrawn_at: now.toISOString() }, now) };
  });
}

/**
 * Acts on the consents whose last day is over on the site's calendar, each once: as if they were withdrawn at midnight.
 * To be called at opening and every day, within the transaction of the audit entries.
 */
export function endExpiredConsents(db: WritableDb, now: Date): EndedConsent[] {
  return inTransaction(db, () =>
    db
      .prepare<{ now: string; today: string }, ConsentRow>(
        `UPDATE consents SET expired_at = @now
         WHERE expired_at IS NULL AND withdrawn_at IS NULL AND until_date < @today RETURNING *`,
      )
      .all({ now: now.toISOString(), today: localDate(now) })
      .map((row) => stopAndDelete(db, row, now)),
  );
}

/** What a consent that has just ended allowed, and no other one does, is stopped and deleted. */
function stopAndDelete(db: WritableDb, row: ConsentRow, now: Date): EndedConsent {
  const held = scopesHeld(listConsents(db, row.child_id), now);
  // What is over only by a clock in doubt allows nothing, and may well cover what would be deleted here.
  const covered = [...held, ...doubtedScopes(db, row.child_id)];
  if (row.keep_crops === 1 && !covered.includes('keep-crops')) removeCropsOf(db, row.child_id);
  if (row.keep_video === 1 && !covered.includes('keep-video')) removeVideosOf(db, row.child_id);
  if (row.keep_baseline === 1 && !covered.includes('keep-baseline')) removeBaselinesOf(db, row.child_id);
  const endedSessionIds = held.includes('monitor')
    ? []
    : db
        .prepare<[string], string>(
          "UPDATE sessions SET state = 'stopped' WHERE child_id = ? AND state = 'running' RETURNING id",
        )
        .pluck()
        .all(row.child_id);
  return { consent: consentOf(row), endedSessionIds };
}

function doubtedScopes(db: ReadableDb, childId: string): ConsentScope[] {
  return db
    .prepare<[string], ConsentRow>(
      'SELECT * FROM consents WHERE child_id = ? AND doubted_at IS NOT NULL AND withdrawn_at IS NULL',
    )
    .all(childId)
    .flatMap((row) => consentOf(row).scopes);
}

function holds(consent: Consent, now: Date): boolean {
  if (consent.withdrawnAtIso !== null || consent.hasEnded) return false;
  return consent.fromIso <= now.toISOString() && localDate(now) <= consent.untilDate;
}

interface ConsentRow {
  id: string;
  child_id: string;
  monitor: number;
  keep_crops: number;
  keep_video: number;
  train: number;
  share_weights: number;
  keep_baseline: number;
  given_by: string;
  child_assented: number;
  from_at: string;
  until_date: string;
  withdrawn_at: string | null;
  expired_at: string | null;
  doubted_at: string | null;
  form_version: string;
  signed_on: string | null;
  /** Left out where a row is given back by what changed it. */
  recorder?: string | null;
  scans_json?: string;
}

function consentOf(row: ConsentRow): Consent {
  const held: Record<ConsentScope, number> = {
    monitor: row.monitor,
    'keep-crops': row.keep_crops,
    'keep-video': row.keep_video,
    train: row.train,
    'share-weights': row.share_weights,
    'keep-baseline': row.keep_baseline,
  };
  return {
    id: row.id,
    childId: row.child_id,
    scopes: CONSENT_SCOPES.filter((scope) => held[scope] === 1),
    givenBy: row.given_by,
    childAssented: row.child_assented === 1,
    fromIso: row.from_at,
    untilDate: row.until_date,
    withdrawnAtIso: row.withdrawn_at,
    formVersion: row.form_version,
    signedOn: row.signed_on,
    recordedBy: row.recorder ?? null,
    scans: row.scans_json === undefined ? [] : readScans(row.scans_json),
    hasEnded: row.expired_at !== null || row.doubted_at !== null,
  };
}
