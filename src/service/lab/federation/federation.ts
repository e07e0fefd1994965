import { resolve } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import type { FederationPlan } from '../../../contract/model-life/federation.ts';
import { findApprovedModel } from '../../../core/store/lab/models.node.ts';
import { listChildren } from '../../../core/store/people/children.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { FederationFile } from '../../../jobs/federated/federation-file.ts';
import { readFederationFile } from '../../../jobs/federated/read-federation-file.node.ts';
import { signRound } from '../../../jobs/federated/round-file.node.ts';
import { RoundRefused } from '../../../jobs/federated/round-refused.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import {
  auditRounds,
  joinedFederation,
  ownRounds,
  tellRounds,
  writeJoinedFederation,
} from '../../runtime/federation/federation-of-site.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { ensureReportSecrets } from '../../runtime/records/report-secrets.ts';
import { sharingOf } from '../exchange/sharing.ts';

type FederationMethod =
  | 'federation.state'
  | 'federation.look'
  | 'federation.join'
  | 'federation.signRound'
  | 'federation.leave';

/** Older rounds stand in the audit log. */
const MOST_ROUNDS = 100;

/** This site's part of a model that several sites train. Rounds run by the command line; here an administrator says what may leave. */
export const federationHandlers: Handlers<FederationMethod> = {
  'federation.state'({ db, runtime, site, now }) {
    auditRounds(runtime, site);
    const joined = joinedFederation(db);
    const children = listChildren(db, now);
    const agreed = children.filter(({ consentedScopes }) => consentedScopes.includes('share-weights')).length;
    return {
      joined: joined && { ...describe(joined.file, joined.fileSha256), ...namesOf(joined) },
      consents: { children: children.length, agreed },
      rounds: ownRounds(site)
        .slice(-MOST_ROUNDS)
        .reverse()
        .map(({ id, task, round, atIso, images, children: own, childrenLeftOut }) => ({
          ...{ id, task, round, atIso, images, childrenLeftOut },
          children: own,
        })),
    };
  },

  'federation.look': ({ site }, { file }) => lookAt(site.folder.dir, file),

  async 'federation.join'(context, { file, sha256, to }) {
    const { db, runtime, site, user, now } = context;
    const seen = lookAt(site.folder.dir, file);
    if (seen.sha256 !== sha256) throw new CallError('conflict', failure('federation.changed-meanwhile', { file }));
    const mayLeaveModelId = await modelThatMayLeave(context);
    inTransaction(db, () => {
      const confirmed = { file: seen.file, fileSha256: sha256, to, mayLeaveModelId };
      writeJoinedFederation(db, { ...confirmed, byName: user.name, atIso: now.toISOString() });
      const { share, imageCountAs } = seen.plan;
      recordAction(context, 'federation.join', `${to}: ${share}, images as ${imageCountAs}; SHA-256 ${sha256}`);
    });
    tellRounds(runtime, site);
    return {};
  },

  'federation.signRound'(context, { task, round, weightsSha256, answer }) {
    const { db, now } = context;
    if (!joinedFederation(db)) throw new CallError('conflict', failure('federation.none-joined'));
    const { key } = ensureReportSecrets(db);
    const header = { kind: 'answer', task, round, weightsSha256, answer, madeAtIso: now.toISOString() } as const;
    recordAction(context, 'federation.export', `${task} of round ${round}; SHA-256 ${weightsSha256}`);
    return signRound(header, key);
  },

  'federation.leave'(context) {
    const { db, runtime, site } = context;
    const joined = joinedFederation(db);
    if (!joined) throw new CallError('conflict', failure('federation.none-joined'));
    inTransaction(db, () => {
      writeJoinedFederation(db, null);
      recordAction(context, 'federation.leave', joined.to);
    });
    tellRounds(runtime, site);
    return {};
  },
};

function namesOf({ to, byName, atIso }: { to: string; byName: string; atIso: string }) {
  return { to, confirmedBy: byName, confirmedAtIso: atIso };
}

/** @throws CallError saying what is wrong with the file, or that it is of another site. */
function lookAt(dataDir: string, path: string) {
  const file = resolve(path);
  try {
    const { file: read, sha256 } = readFederationFile(file);
    if (read.data !== resolve(dataDir)) {
      throw new CallError(
        'conflict',
        failure('federation.other-data', { file, wanted: dataDir, found: read.data ?? '–' }),
      );
    }
    if (read.mayShare !== null) throw new CallError('conflict', failure('federation.two-lists', { file }));
    return { file, sha256, plan: planOf(read) };
  } catch (error) {
    if (error instanceof RoundRefused) throw new CallError('conflict', error, { cause: error });
    throw error;
  }
}

function describe(file: string, fileSha256: string) {
  try {
    const { file: read, sha256 } = readFederationFile(file);
    return { file, isAsConfirmed: sha256 === fileSha256, plan: planOf(read) };
  } catch (error) {
    if (!(error instanceof RoundRefused)) throw error;
    return { file, isAsConfirmed: false, plan: null };
  }
}

function planOf({ dataset, steps, learner, share, imageCountAs }: FederationFile): FederationPlan {
  return { dataset: [...dataset], steps, learner, share, imageCountAs };
}

/** The model in use, where nothing keeps it here; null otherwise. */
async function modelThatMayLeave(context: SignedInContext): Promise<string | null> {
  const model = findApprovedModel(context.db);
  if (!model) return null;
  const { without, named, needsStatement } = await sharingOf(context, model);
  return without.length === 0 && named.length === 0 && !needsStatement ? model.id : null;
}
