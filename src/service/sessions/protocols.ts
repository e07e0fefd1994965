import { CallError } from '../../contract/error.ts';
import { addCaution, endCaution, listCautions } from '../../core/store/people/cautions.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { listProtocols, removeProtocol, saveProtocol } from '../../core/store/protocols.node.ts';
import { readPlan } from '../../core/store/sessions/plans.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { existingSession } from './session-checks.ts';

type ProtocolsMethod =
  | 'protocols.list'
  | 'protocols.save'
  | 'protocols.remove'
  | 'cautions.list'
  | 'cautions.add'
  | 'cautions.end'
  | 'sessions.plan';

/** Protocols of the site, cautions of its children, and both as they stood when a session began. */
export const protocolsHandlers: Handlers<ProtocolsMethod> = {
  'protocols.list': ({ db }) => listProtocols(db),

  'protocols.save'(context, protocol) {
    const id = inTransaction(context.db, () => {
      const outcome = saveProtocol(context.db, protocol);
      if (outcome.kind === 'not-found') throw noSuchProtocol();
      if (outcome.kind === 'name-taken') {
        throw new CallError('conflict', failure('protocols.name-taken', { name: protocol.name }));
      }
      recordAction(context, 'protocols.save', outcome.id);
      return outcome.id;
    });
    context.runtime.events.emit('protocols.changed', {});
    return { id };
  },

  'protocols.remove'(context, { protocolId }) {
    inTransaction(context.db, () => {
      if (removeProtocol(context.db, { protocolId, now: context.now }).kind === 'not-found') throw noSuchProtocol();
      recordAction(context, 'protocols.remove', protocolId);
    });
    context.runtime.events.emit('protocols.changed', {});
    return {};
  },

  'cautions.list'(context, { childId }) {
    recordView(context, 'cautions.list', childId);
    return listCautions(context.db, childId);
  },

  'cautions.add'(context, { childId, kind, note }) {
    const { db, now, runtime, user } = context;
    const id = inTransaction(db, () => {
      if (!findChild(db, childId, now)) throw new CallError('not-found', failure('children.not-there'));
      const added = addCaution(db, { childId, kind, note, by: user.id, now });
      recordAction(context, 'cautions.add', `${childId} ${kind}`);
      return added;
    });
    runtime.events.emit('protocols.changed', {});
    return { id };
  },

  'cautions.end'(context, { childId, cautionId }) {
    inTransaction(context.db, () => {
      const holds = listCautions(context.db, childId).some(({ id }) => id === cautionId);
      if (!holds || endCaution(context.db, { cautionId, now: context.now }).kind === 'not-found') {
        throw new CallError('not-found', failure('protocols.caution-not-there'));
      }
      recordAction(context, 'cautions.end', `${childId} ${cautionId}`);
    });
    context.runtime.events.emit('protocols.changed', {});
    return {};
  },

  'sessions.plan'(context, { sessionId }) {
    existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    return readPlan(context.db, sessionId);
  },
};

function noSuchProtocol(): CallError {
  return new CallError('not-found', failure('protocols.not-there'));
}
