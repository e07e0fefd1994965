import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addChild } from '../people/children.node.ts';
import { addUser } from '../people/users.node.ts';
import { closeStore, createStore, openStore } from '../store.node.ts';
import { expectKind, KEY, NOW, newFolder, newSession } from '../testing/new-store.node.ts';
import { recordUntilKilled } from '../testing/record-until-killed.node.ts';
import { readSamples } from './samples.node.ts';
import { findSession, recoverSessions } from './sessions.node.ts';

const SEEN_BEFORE_THE_KILL = 50;

test('a recording that is killed keeps everything older than a second and opens again as recovered', async () => {
  using folder = newFolder();
  const file = join(folder.dir, 'site.db');
  const db = createStore(file, KEY);
  const { user } = expectKind(addUser(db, { name: 'Ann', role: 'ward' }), 'added');
  const { child } = expectKind(addChild(db, { code: 'KID-7', birthMonth: '2019-02', now: NOW }), 'added');
  const sessionId = newSession(db, child.id, user.id);
  closeStore(db);

  const seenMs = await recordUntilKilled({ file, sessionId, samples: SEEN_BEFORE_THE_KILL });

  const reopened = openStore(file, KEY);
  try {
    expect(recoverSessions(reopened)).toEqual([sessionId]);
    const { atMs } = readSamples(reopened, sessionId);
    const session = findSession(reopened, sessionId);
    expect(session?.state).toBe('recovered');
    expect(session?.sampleCount).toBe(atMs.length);
    expect(session?.durationMs).toBeGreaterThanOrEqual(atMs.at(-1)!);
    // Stored in the order they were seen, without a hole, up to the second before the kill.
    expect(Array.from(atMs)).toEqual(seenMs.slice(0, atMs.length));
    expect(seenMs.at(-1)! - atMs.at(-1)!).toBeLessThan(1000);
    expect(recoverSessions(reopened)).toEqual([]);
  } finally {
    closeStore(reopened);
  }
});
