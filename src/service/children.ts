import { CallError } from '../contract/error.ts';
import { addChild, listChildren } from '../core/store/children.node.ts';
import { grantConsent, withdrawConsent } from '../core/store/consents.node.ts';
import { inTransaction } from '../core/store/store.node.ts';
import type { Handlers } from './call-context.ts';
import { recordAction, recordLook } from './record-action.ts';

type ChildrenMethod = 'children.list' | 'children.add' | 'consents.grant' | 'consents.withdraw';

/** Children under pseudonymous codes, and what their families agreed to. */
export const childrenHandlers: Handlers<ChildrenMethod> = {
  'children.list'(work) {
    recordLook(work, 'children.list', '');
    return listChildren(work.db, work.now);
  },

  'children.add'(work, { code, birthMonth }) {
    const { db, now, desk } = work;
    if (birthMonth > now.toISOString().slice(0, 7)) {
      throw new CallError(
        'invalid-input',
        `A birth month that is not in the future was expected; found ${birthMonth}.`,
      );
    }
    const child = inTransaction(db, () => {
      const added = addChild(db, { code, birthMonth, now });
      if (added.kind === 'code-taken')
        throw new CallError('conflict', `There is a child with the code ${code} already.`);
      recordAction(work, 'children.add', added.child.code);
      return added.child;
    });
    desk.events.emit('children.changed', {});
    return child;
  },

  'consents.grant'(work, given) {
    const { db, now, desk } = work;
    const consent = inTransaction(db, () => {
      const granted = grantConsent(db, { ...given, now });
      if (granted.kind === 'no-such-child') throw new CallError('not-found', 'This child is not there any more.');
      if (granted.kind === 'already-over') {
        throw new CallError('invalid-input', `A last day from today on was expected; found ${given.untilDate}.`);
      }
      recordAction(work, 'consents.grant', granted.consent.id);
      return granted.consent;
    });
    desk.events.emit('children.changed', {});
    return consent;
  },

  'consents.withdraw'(work, { consentId }) {
    const { db, now, desk } = work;
    const endedSessionIds = inTransaction(db, () => {
      const withdrawn = withdrawConsent(db, { consentId, now });
      if (withdrawn.kind === 'not-found') throw new CallError('not-found', 'This consent is not there.');
      if (withdrawn.kind === 'already-withdrawn') throw new CallError('conflict', 'This consent was withdrawn before.');
      recordAction(work, 'consents.withdraw', consentId);
      for (const sessionId of withdrawn.endedSessionIds) recordAction(work, 'sessions.stop', sessionId);
      return withdrawn.endedSessionIds;
    });
    for (const sessionId of endedSessionIds) {
      desk.runningSessions.ended(sessionId);
      desk.events.emit('sessions.changed', { sessionId });
    }
    desk.events.emit('children.changed', {});
    return {};
  },
};
