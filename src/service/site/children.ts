import { CallError } from '../../contract/error.ts';
import { addChild, listChildren } from '../../core/store/people/children.node.ts';
import { grantConsent, withdrawConsent } from '../../core/store/people/consents.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';

type ChildrenMethod = 'children.list' | 'children.add' | 'consents.grant' | 'consents.withdraw';

/** Children under pseudonymous codes, and what their families agreed to. */
export const childrenHandlers: Handlers<ChildrenMethod> = {
  'children.list'(context) {
    recordView(context, 'children.list', '');
    return listChildren(context.db, context.now);
  },

  'children.add'(context, { code, birthMonth }) {
    const { db, now, runtime } = context;
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
      recordAction(context, 'children.add', added.child.code);
      return added.child;
    });
    runtime.events.emit('children.changed', {});
    return child;
  },

  'consents.grant'(context, given) {
    const { db, now, runtime } = context;
    const consent = inTransaction(db, () => {
      const granted = grantConsent(db, { ...given, now });
      if (granted.kind === 'no-such-child') throw new CallError('not-found', 'This child is not there any more.');
      if (granted.kind === 'already-over') {
        throw new CallError('invalid-input', `A last day from today on was expected; found ${given.untilDate}.`);
      }
      recordAction(context, 'consents.grant', granted.consent.id);
      return granted.consent;
    });
    runtime.events.emit('children.changed', {});
    return consent;
  },

  'consents.withdraw'(context, { consentId }) {
    const { db, now, runtime } = context;
    const endedSessionIds = inTransaction(db, () => {
      const withdrawn = withdrawConsent(db, { consentId, now });
      if (withdrawn.kind === 'not-found') throw new CallError('not-found', 'This consent is not there.');
      if (withdrawn.kind === 'already-withdrawn') throw new CallError('conflict', 'This consent was withdrawn before.');
      recordAction(context, 'consents.withdraw', consentId);
      for (const sessionId of withdrawn.endedSessionIds) recordAction(context, 'sessions.stop', sessionId);
      return withdrawn.endedSessionIds;
    });
    for (const sessionId of endedSessionIds) {
      runtime.runningSessions.ended(sessionId);
      runtime.events.emit('sessions.changed', { sessionId });
    }
    runtime.events.emit('children.changed', {});
    return {};
  },
};
