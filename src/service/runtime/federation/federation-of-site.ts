import { z } from 'zod';
import { findApprovedModel } from '../../../core/store/lab/models.node.ts';
import { listChildren } from '../../../core/store/people/children.node.ts';
import type { Consent } from '../../../core/store/people/consents.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../../core/store/store.node.ts';
import { folderKey } from '../../../jobs/dataset/subject-keys.node.ts';
import { placeOfRound } from '../../../jobs/federated/place-of-round.node.ts';
import { type LedgerEntry, readLedger } from '../../../jobs/federated/round-ledger.node.ts';
import { readSiteState, type SiteState, writeSiteState } from '../../../jobs/federated/site-state.node.ts';
import { roundDigest } from '../../../jobs/federated/who-takes-part.node.ts';
import { modelDir } from '../models/model-dir.ts';
import { configOf, seenBy } from '../models/training-consents.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';

/** What an administrator has confirmed of a federation. */
const joinedSchema = z.object({
  file: z.string(),
  fileSha256: z.string(),
  /** Who gets the weights, in the administrator's words. */
  to: z.string(),
  byName: z.string(),
  atIso: z.string(),
  /** The model in use that day, where it may leave the site with all that it goes on from. */
  mayLeaveModelId: z.string().nullable(),
});

export type JoinedFederation = z.infer<typeof joinedSchema>;

const SETTING = 'federation';
/** How many entries of the ledger the audit log has. */
const AUDITED = 'federation-audited';

/** @returns Null where the site takes part in none. */
export function joinedFederation(db: ReadableDb): JoinedFederation | null {
  const stored = readSetting(db, SETTING);
  return stored === null ? null : joinedSchema.parse(stored);
}

export function writeJoinedFederation(db: WritableDb, joined: JoinedFederation | null): void {
  writeSetting(db, SETTING, joined);
}

/**
 * Tells the rounds of the site what holds now: what is confirmed, who agreed and until when, which model may leave. To be
 * called whenever one of these may have changed; writes only what has.
 */
export function tellRounds(runtime: Runtime, site: OpenSite): void {
  const { dir } = site.folder;
  const joined = joinedFederation(site.db);
  const before = readTold(dir);
  if (joined === null && before === null) return;
  const state = joined ? stateOf(runtime, site, joined) : { ...NOTHING };
  if (JSON.stringify(state) !== JSON.stringify(before)) writeSiteState(dir, state);
}

const NOTHING: SiteState = { formatVersion: 1, confirmed: null, agreed: [], model: null };

function stateOf(
  runtime: Runtime,
  site: OpenSite,
  { fileSha256, to, atIso, mayLeaveModelId }: JoinedFederation,
): SiteState {
  const { db, folder } = site;
  const now = runtime.options.now();
  const key = folderKey(folder.dir);
  const children = listChildren(db, now);
  const agreed = children
    .filter(({ consentedScopes }) => consentedScopes.includes('share-weights'))
    .map(({ code, consents }) => ({ digest: roundDigest(key, code), untilDate: lastDayOf(consents) }));
  const model = findApprovedModel(db);
  const config = model && configOf(runtime, site, model);
  const seen = model && config ? seenBy(db, model, config, children) : [];
  return {
    formatVersion: 1,
    confirmed: { fileSha256, to, atIso },
    agreed,
    model: model && {
      dir: modelDir(runtime, site, model),
      mayLeave:
        model.id === mayLeaveModelId && seen.every(({ consentedScopes }) => consentedScopes.includes('share-weights')),
    },
  };
}

/** The last day of those consents to share a model that stand. */
function lastDayOf(consents: readonly Consent[]): string {
  return consents
    .filter((each) => each.scopes.includes('share-weights') && each.withdrawnAtIso === null && !each.hasEnded)
    .map(({ untilDate }) => untilDate)
    .reduce((a, b) => (a > b ? a : b), '');
}

/** Null as well for what is damaged: it is written anew. */
function readTold(dir: string): SiteState | null {
  try {
    return readSiteState(dir);
  } catch {
    return { ...NOTHING, agreed: [{ digest: '', untilDate: '' }] };
  }
}

/** The rounds in which the site took part, oldest first. */
export function ownRounds(site: OpenSite): LedgerEntry[] {
  return readLedger(placeOfRound('', { data: site.folder.dir }));
}

/** Enters the rounds that ran since into the site's audit log, each once: a round itself opens no store. */
export function auditRounds(runtime: Runtime, site: OpenSite): void {
  const { db } = site;
  const rounds = ownRounds(site);
  const known = (readSetting(db, AUDITED) as number | null) ?? 0;
  if (rounds.length <= known) return;
  const now = runtime.options.now();
  inTransaction(db, () => {
    for (const { task, round, atIso, images, children, childrenLeftOut, weightsOut } of rounds.slice(known)) {
      const who = `${images} images of ${children} children, ${childrenLeftOut} left out for want of consent`;
      recordByProgram(
        db,
        'federation.round',
        `${task} of round ${round}, ${atIso}: ${who}; SHA-256 ${weightsOut}`,
        now,
      );
    }
    writeSetting(db, AUDITED, rounds.length);
  });
}

/** Both, for who looks after what nobody calls for. */
export function keepUpFederation(runtime: Runtime): void {
  const { site } = runtime;
  if (!site) return;
  tellRounds(runtime, site);
  auditRounds(runtime, site);
}
