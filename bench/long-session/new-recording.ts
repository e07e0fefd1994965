import { addModel } from '../../src/core/store/lab/models.node.ts';
import { addChild } from '../../src/core/store/people/children.node.ts';
import { grantConsent } from '../../src/core/store/people/consents.node.ts';
import { addUser } from '../../src/core/store/people/users.node.ts';
import { startSession } from '../../src/core/store/sessions/sessions.node.ts';
import type { WritableDb } from '../../src/core/store/store.node.ts';

/** A running session in a new store, with all that one needs. @returns Its id. */
export function newRecording(db: WritableDb): string {
  const now = new Date();
  const user = addUser(db, { name: 'Bench', role: 'administrator' });
  const child = addChild(db, { code: 'BENCH-1', birthMonth: '2019-02', now });
  if (user.kind !== 'added' || child.kind !== 'added') throw new Error('a new, empty store was expected');
  const until = new Date(now.getTime() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
  const given = { givenBy: 'nobody', childAssented: true, untilDate: until, now };
  grantConsent(db, { childId: child.child.id, scopes: ['monitor'], ...given });
  addModel(db, {
    id: 'bench',
    version: '1',
    origin: 'shipped',
    dir: 'models/bench',
    createdAtIso: now.toISOString(),
    comparison: null,
    digest: null,
  });
  const start = { childId: child.child.id, modelId: 'bench', source: 'webcam', startedBy: user.user.id, now } as const;
  const started = startSession(db, start);
  if (started.kind !== 'started') throw new Error(`the session did not start: ${started.kind}`);
  return started.session.id;
}
