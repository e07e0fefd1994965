import { randomUUID } from 'node:crypto';
import type { Input } from '../../src/contract/contract.ts';
import { EMOTIONS } from '../../src/core/emotion/emotion.ts';
import { openService } from '../../src/hosts/cli/open-service.ts';
import { confirmCode } from '../../src/service/testing/confirm-code.ts';
import { type Call, callAs, sample } from '../../src/service/testing/test-site.ts';

const MINUTE_MS = 60_000;
const READINGS_PER_SECOND = 4;
/** What is appended at once. */
const BATCH_MS = 60_000;

export const ADMINISTRATOR = { userName: 'Łukasz Wiśniewski-Brzęczyk', password: 'a long enough password' };
const RATER = { userName: 'Fleur van ’t Hof-Öztürk', password: 'another long password' };
const CHILDREN = ['NL-0007', 'PL-12', 'C3'];
const TYPED = 'eerste regel\nzweite Zeile; "trzecia", =1+1\n\tжёлтый';

/** Minutes of each session; the first child has the longest. The second is read from a video file, the last holds no reading. */
const SESSIONS = [480, 3, 12, 1, 5, 2, 7, 0] as const;

/**
 * A site as a ward has it after some weeks: three children, eight sessions, names of two languages, texts of several
 * lines, entries of every kind by two people.
 */
export async function fillRichSite(dataDir: string): Promise<void> {
  let now = new Date('2026-03-02T08:15:00Z');
  const service = openService(
    dataDir,
    () => {},
    () => now,
  );
  try {
    const call = callAs(service);
    const { userName: administrator, password } = ADMINISTRATOR;
    const siteName = 'Oddział 3 / Afdeling “Zonnebloem”';
    await confirmCode(call, await call('site.setUp', { siteName, administrator, password }));
    await call('users.add', { name: RATER.userName, role: 'reviewer', password: RATER.password });
    const rater = callAs(service);
    await rater('site.signIn', RATER);
    const children: string[] = [];
    for (const code of CHILDREN) children.push(await addChild(call, code));
    for (const [index, minutes] of SESSIONS.entries()) {
      const childId = children[index % children.length]!;
      const start: Input<'sessions.start'> =
        index === 1
          ? { childId, source: 'recording', recording: { fileName: 'zabawa ranem; 1.mp4', liveSessionId: null } }
          : { childId, source: 'webcam' };
      const { id } = await call('sessions.start', start);
      const beganMs = now.getTime();
      await record(call, { sessionId: id, minutes, pass: (atMs) => (now = new Date(beganMs + atMs)) });
      await addEntries(call, rater, { sessionId: id, minutes });
      now = new Date(now.getTime() + 20 * 60 * MINUTE_MS);
    }
  } finally {
    await service.close();
  }
}

async function addChild(call: Call, code: string): Promise<string> {
  const { id } = await call('children.add', { code, birthMonth: '2019-05' });
  await call('consents.grant', {
    childId: id,
    scopes: ['monitor'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
  return id;
}

interface Recording {
  readonly sessionId: string;
  readonly minutes: number;
}

/** Every tenth minute the child turns away for half of it. */
async function record(
  call: Call,
  { sessionId, minutes, pass }: Recording & { readonly pass: (atMs: number) => void },
): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    const fromMs = minute * BATCH_MS;
    const away = minute % 10 === 5 ? [{ fromMs, toMs: fromMs + BATCH_MS / 2, reason: 'turned-away' as const }] : [];
    const readFromMs = away[0]?.toMs ?? fromMs;
    const count = ((fromMs + BATCH_MS - readFromMs) / 1000) * READINGS_PER_SECOND;
    const samples = Array.from({ length: count }, (_, index) =>
      sample(readFromMs + (index * 1000) / READINGS_PER_SECOND, EMOTIONS[Math.floor(minute / 2) % EMOTIONS.length]),
    );
    pass(fromMs + BATCH_MS);
    await call('sessions.append', { sessionId, batch: minute, atMs: fromMs + BATCH_MS, gaps: away, samples });
  }
}

async function addEntries(call: Call, rater: Call, { sessionId, minutes }: Recording): Promise<void> {
  const durationMs = minutes * MINUTE_MS;
  if (minutes > 0) {
    const at = (share: number) => Math.round(share * durationMs);
    const mark = (kind: 'needle' | 'play', fromMs: number, toMs: number | null) =>
      call('sessions.mark', { sessionId, id: randomUUID(), kind, text: '', atMs: fromMs, toMs });
    await mark('needle', at(0.25), null);
    await mark('play', at(0.2), at(0.6));
    for (const observation of [
      { kind: 'flacc', face: 1, legs: 0, activity: 1, cry: 2, consolability: 1, note: TYPED },
      { kind: 'faces-scale', score: 6, note: '' },
      { kind: 'note', note: TYPED },
    ] as const) {
      await call('sessions.observe', { sessionId, id: randomUUID(), atMs: at(0.3), observation });
    }
    const say = (who: Call, label: 'crying' | 'sadness', [from, to]: readonly [number, number]) =>
      who('annotations.add', { sessionId, id: randomUUID(), fromMs: at(from), toMs: at(to), label, note: TYPED });
    await say(call, 'crying', [0.25, 0.4]);
    await say(rater, 'sadness', [0.3, 0.5]);
  }
  await call('sessions.stop', { sessionId, durationMs });
  await call('sessions.setNotes', { sessionId, notes: TYPED });
}
