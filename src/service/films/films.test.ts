import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KeptFilms } from '../../contract/films.ts';
import { ADMINISTRATOR, callAs, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';

const FILMS: KeptFilms = {
  takesFirstAlone: true,
  films: [
    {
      id: 'a',
      name: 'ward.mp4',
      bytes: 12,
      lastModifiedMs: 1000.5,
      childId: null,
      day: '2026-03-04',
      state: 'waiting',
      sha256: null,
      sessionId: null,
    },
  ],
};

it('a film that comes in pieces has the digest of its whole content; what is nobody’s is refused', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const pieces = [new Uint8Array(5000).fill(3), new Uint8Array(1), new Uint8Array(0)];
  let digest: string | null = null;
  let sha256: string | null = null;
  for (const [index, bytes] of pieces.entries()) {
    const answer: { digest: string; sha256: string | null } = await call('films.digest', {
      digest,
      bytes,
      isLast: index === 2,
    });
    ({ digest, sha256 } = answer);
  }
  expect(sha256).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
  const { digest: begun } = await call('films.digest', { digest: null, bytes: new Uint8Array(1), isLast: false });
  const other = await signInAnother(service, call, { name: 'Bram', role: 'ward' });
  for (const [by, id] of [
    [other, begun],
    [call, 'never begun'],
  ] as const) {
    await expect(by('films.digest', { digest: id, bytes: new Uint8Array(1), isLast: true })).rejects.toMatchObject({
      reason: 'films.no-digest',
    });
  }
});

it('a list of films is its user’s, from whichever window, and lies in no file', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const other = await signInAnother(service, call, { name: 'Bram', role: 'ward' });
  await call('films.keepList', FILMS);
  expect(await call('films.keptList', {})).toEqual(FILMS);
  expect(await other('films.keptList', {})).toEqual({ films: [], takesFirstAlone: false });
  await service.close();
  const again = callAs(site.service());
  await again('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
  expect(await again('films.keptList', {})).toEqual({ films: [], takesFirstAlone: false });
});

it('what the film of a session consists of is noted once, also once it has ended and behind a locked screen', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { child, session: live } = await startSession(call);
  const { id: sessionId } = await call('sessions.start', {
    childId: child.id,
    source: 'recording',
    recording: { fileName: 'ward.mp4', liveSessionId: null },
  });
  await call('sessions.stop', { sessionId, durationMs: 1000 });
  const [sha256, another] = ['a'.repeat(64), 'b'.repeat(64)];
  await call('site.lock', {});
  await call('sessions.noteFilm', { sessionId, sha256 });
  await call('sessions.noteFilm', { sessionId, sha256 });
  await expect(call('sessions.noteFilm', { sessionId, sha256: another })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'sessions.another-film',
  });
  await expect(call('sessions.noteFilm', { sessionId: live.id, sha256 })).rejects.toMatchObject({
    reason: 'sessions.recording-source',
  });
  await expect(call('sessions.noteFilm', { sessionId, sha256: 'no digest' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await call('site.unlock', ADMINISTRATOR);
  expect((await call('sessions.timeline', { sessionId })).session.recordingSha256).toBe(sha256);
});
