import { CHILDREN_A_PAGE, TODAY_A_PAGE } from '../../contract/children.ts';
import { CallError } from '../../contract/error.ts';
import { addChild, findChild, listChildren } from '../../core/store/people/children.node.ts';
import { grantConsent, withdrawConsent } from '../../core/store/people/consents.node.ts';
import {
  childPage,
  childrenToday,
  countEndingSoon,
  listChildCodes,
  SOON_DAYS,
} from '../../core/store/people/find-children.node.ts';
import { withdrawalAhead } from '../../core/store/people/withdrawal.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { followEndedConsent } from '../runtime/ended-consents.ts';
import { tellRounds } from '../runtime/federation/federation-of-site.ts';
import { modelsMadeWith } from '../runtime/models/model-marks.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';

type ChildrenMethod =
  | 'children.list'
  | 'children.page'
  | 'children.codes'
  | 'children.today'
  | 'children.add'
  | 'consents.grant'
  | 'consents.ahead'
  | 'consents.withdraw';

/** Children under pseudonymous codes, and what their families agreed to. */
export const childrenHandlers: Handlers<ChildrenMethod> = {
  'children.list'(context) {
    recordView(context, 'children.list', '');
    return listChildren(context.db, context.now);
  },

  'children.page'(context, { page, ...filter }) {
    recordView(context, 'children.list', '');
    return childPage(context.db, filter, { page, pageSize: CHILDREN_A_PAGE, now: context.now });
  },

  'children.codes'(context) {
    recordView(context, 'children.list', '');
    return listChildCodes(context.db);
  },

  'children.today'(context, { page, code }) {
    const { db, now } = context;
    recordView(context, 'children.list', '');
    return {
      ...childrenToday(db, { code }, { page, pageSize: TODAY_A_PAGE, now }),
      endingSoon: countEndingSoon(db, now),
      soonDays: SOON_DAYS,
    };
  },

  'children.add'(context, { code, birthMonth }) {
    const { db, now, runtime } = context;
    if (birthMonth > now.toISOString().slice(0, 7)) {
      throw new CallError('invalid-input', failure('children.born-in-future', { found: birthMonth }));
    }
    const child = inTransaction(db, () => {
      const added = addChild(db, { code, birthMonth, now });
      if (added.kind === 'code-taken') throw new CallError('conflict', failure('children.code-taken', { code }));
      // By its id: the log outlives the child's erasure, and no code may stay in it.
      recordAction(context, 'children.add', added.child.id);
      return added.child;
    });
    runtime.events.emit('children.changed', {});
    return child;
  },

  'consents.grant'(context, { formVersion, signedOn, ...given }) {
    const { db, now, runtime, user } = context;
    const form = { formVersion, signedOn, recordedById: user.id };
    const consent = inTransaction(db, () => {
      const granted = grantConsent(db, { ...given, form, now });
      if (granted.kind === 'no-such-child') throw new CallError('not-found', failure('children.not-there'));
      if (granted.kind === 'signed-in-future') {
        throw new CallError('invalid-input', failure('children.signed-in-future', { found: signedOn ?? '' }));
      }
      if (granted.kind === 'already-over') {
        throw new CallError('invalid-input', failure('children.consent-over', { found: given.untilDate }));
      }
      recordAction(context, 'consents.grant', granted.consent.id);
      return granted.consent;
    });
    tellRounds(runtime, context.site);
    runtime.events.emit('children.changed', {});
    return consent;
  },

  'consents.ahead'({ db, now, runtime, site }, { consentId }) {
    const ahead = withdrawalAhead(db, consentId, now);
    if (!ahead) throw new CallError('not-found', failure('children.consent-not-there'));
    const { childId, ends, goesOn, stopsSessions, deletes, keepsSessions } = ahead;
    const child = findChild(db, childId, now)!;
    const { trainings, comparisons, runReadings, studyRuns } = runtime;
    const ofPictures = [trainings, comparisons, runReadings].reduce((sum, each) => sum + each.readersOf(childId), 0);
    const endsReading = ends.includes('train') || ends.includes('keep-crops');
    const readers = (endsReading ? ofPictures : 0) + (ends.includes('train') ? studyRuns.readersOf(childId) : 0);
    return {
      ends,
      goesOn,
      stops: { sessions: stopsSessions, readers },
      deletes,
      keepsSessions,
      models: ends.includes('train') ? modelsMadeWith(runtime, site, [child]) : [],
    };
  },

  'consents.withdraw'(context, { consentId }) {
    const { db, now, runtime, site } = context;
    const ended = inTransaction(db, () => {
      const withdrawn = withdrawConsent(db, { consentId, now });
      if (withdrawn.kind === 'not-found') throw new CallError('not-found', failure('children.consent-not-there'));
      if (withdrawn.kind === 'already-withdrawn')
        throw new CallError('conflict', failure('children.consent-withdrawn'));
      recordAction(context, 'consents.withdraw', consentId);
      for (const sessionId of withdrawn.endedSessionIds) recordAction(context, 'sessions.stop', sessionId);
      return withdrawn;
    });
    followEndedConsent(runtime, site, ended);
    tellRounds(runtime, site);
    runtime.events.emit('children.changed', {});
    return {};
  },
};
