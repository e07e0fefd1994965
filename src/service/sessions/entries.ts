import { CallError } from '../../contract/error.ts';
import { addAnnotation, readAnnotations, removeAnnotation } from '../../core/store/sessions/annotations.node.ts';
import { addMarker, endMarker, readMarkers, removeMarker } from '../../core/store/sessions/markers.node.ts';
import { addObservation, removeObservation } from '../../core/store/sessions/observations.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { allAgreements } from '../../core/timeline/agreement.ts';
import { failure, type PlainReason } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { assertPossible, existingSession, noSuchSession } from './session-checks.ts';
import { streamMarker } from './session-streams.ts';

type EntriesMethod =
  | 'sessions.mark'
  | 'sessions.endMarker'
  | 'sessions.unmark'
  | 'sessions.observe'
  | 'sessions.unobserve'
  | 'annotations.add'
  | 'annotations.withdraw'
  | 'annotations.agreement';

/** What people add to a session beside the machine's readings. */
export const entriesHandlers: Handlers<EntriesMethod> = {
  'sessions.mark'(context, { sessionId, ...marker }) {
    assertPossible([marker.atMs, marker.toMs ?? 0]);
    if (marker.toMs !== null && marker.toMs < marker.atMs) throw endsBefore(marker.atMs, marker.toMs);
    const add = ({ db, user }: SignedInContext) => {
      const { kind } = addMarker(db, { ...marker, sessionId, by: user.id });
      if (kind === 'not-found') throw noSuchSession();
      return kind === 'added';
    };
    const tell = () => streamMarker(context, sessionId, marker, 'set');
    return change(context, 'sessions.mark', sessionId, add, tell);
  },

  'sessions.endMarker'(context, { sessionId, markerId, toMs }) {
    const end = ({ db }: SignedInContext) => {
      assertPossible([toMs]);
      const ended = endMarker(db, { sessionId, markerId, toMs });
      if (ended.kind === 'not-found') throw gone('entries.marker-not-there');
      if (ended.kind === 'before-its-beginning') throw endsBefore(ended.atMs, toMs);
      return true;
    };
    return change(context, 'sessions.endMarker', sessionId, end, () => {
      const marker = readMarkers(context.db, sessionId).find(({ id }) => id === markerId);
      if (marker) streamMarker(context, sessionId, marker, 'ended');
    });
  },

  'sessions.unmark'(context, { sessionId, markerId }) {
    const before = readMarkers(context.db, sessionId).find(({ id }) => id === markerId);
    const remove = ({ db }: SignedInContext) => {
      if (removeMarker(db, { sessionId, markerId }).kind === 'not-found') throw gone('entries.marker-not-there');
      return true;
    };
    return change(context, 'sessions.unmark', sessionId, remove, () => {
      if (before) streamMarker(context, sessionId, before, 'taken-back');
    });
  },

  'sessions.observe': (context, { sessionId, ...observed }) =>
    change(context, 'sessions.observe', sessionId, ({ db, user, now }) => {
      assertPossible([observed.atMs]);
      const { kind } = addObservation(db, { ...observed, sessionId, by: user.id, now });
      if (kind === 'not-found') throw noSuchSession();
      return kind === 'added';
    }),

  'sessions.unobserve': (context, { sessionId, observationId }) =>
    change(context, 'sessions.unobserve', sessionId, ({ db }) => {
      if (removeObservation(db, { sessionId, observationId }).kind === 'not-found')
        throw gone('entries.observation-not-there');
      return true;
    }),

  'annotations.add': (context, { sessionId, ...annotation }) =>
    change(context, 'annotations.add', sessionId, ({ db, user, now }) => {
      assertPossible([annotation.toMs]);
      const added = addAnnotation(db, { ...annotation, sessionId, byId: user.id, now });
      if (added.kind === 'not-found') throw noSuchSession();
      if (added.kind === 'overlaps') {
        const { label, fromMs, toMs } = added.annotation;
        const stretch = { label, fromS: fromMs / 1000, toS: toMs / 1000 };
        throw new CallError('conflict', failure('entries.overlaps', stretch));
      }
      return added.kind === 'added';
    }),

  'annotations.withdraw': (context, { sessionId, annotationId }) =>
    change(context, 'annotations.withdraw', sessionId, ({ db, user }) => {
      const removed = removeAnnotation(db, { sessionId, annotationId, byId: user.id });
      if (removed.kind === 'not-found') throw gone('entries.annotation-not-there');
      if (removed.kind === 'of-another') {
        throw new CallError('forbidden', failure('entries.of-another', { name: removed.by }));
      }
      return true;
    }),

  'annotations.agreement'(context, { sessionId }) {
    existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    const byRater = Object.groupBy(readAnnotations(context.db, sessionId), ({ byId }) => byId);
    const raters = Object.values(byRater).map((annotations) => ({
      name: annotations![0]!.by,
      annotations: annotations!,
    }));
    return allAgreements(raters.toSorted((a, b) => a.name.localeCompare(b.name)));
  },
};

/**
 * @param make Within the transaction; false when there was nothing to change, and so nothing to record.
 * @param tell Once it is kept.
 */
function change(
  context: SignedInContext,
  action: string,
  sessionId: string,
  make: (context: SignedInContext) => boolean,
  tell = () => {},
): Record<string, never> {
  const isChanged = context.runtime.reserve.use(() =>
    inTransaction(context.db, () => {
      const changed = make(context);
      if (changed) recordAction(context, action, sessionId);
      return changed;
    }),
  );
  if (isChanged) {
    tell();
    context.runtime.events.emit('sessions.changed', { sessionId });
  }
  return {};
}

function gone(reason: PlainReason): CallError {
  return new CallError('not-found', failure(reason));
}

function endsBefore(atMs: number, toMs: number): CallError {
  return new CallError('invalid-input', failure('entries.ends-first', { leastS: atMs / 1000, foundS: toMs / 1000 }));
}
