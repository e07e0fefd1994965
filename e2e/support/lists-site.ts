import { localDate } from '../../src/core/store/local-date.ts';
import { callAs } from '../../src/service/testing/test-site.ts';
import { makeSite } from './made-site.ts';
import { ADMINISTRATOR } from './people.ts';

/** Who began every third session. */
export const COLLEAGUE = 'Bram Nurse';

/** Children W3-0001 to W3-0012; the consent of the last ends in three days, and the first has none. */
export const CHILDREN = 12;

const DAY_MS = 86_400_000;

/** A site where so many sessions of ten minutes each were held, one a day up to yesterday, the children in turn. */
export async function makeListsSite(dataDir: string, sessions: number): Promise<void> {
  const today = new Date();
  let now = new Date(today.getTime() - (sessions + 1) * DAY_MS);
  const { service, call } = await makeSite(dataDir, () => now);
  const bram = callAs(service);
  const { password } = ADMINISTRATOR;
  await call('users.add', { name: COLLEAGUE, role: 'ward', password });
  await bram('site.signIn', { userName: COLLEAGUE, password });
  const childIds: string[] = [];
  for (let number = 1; number <= CHILDREN; number += 1) {
    const code = `W3-${String(number).padStart(4, '0')}`;
    const { id: childId } = await call('children.add', { code, birthMonth: '2018-05' });
    const ends = new Date(today.getTime() + 3 * DAY_MS);
    const untilDate = number === CHILDREN ? localDate(ends) : '2035-01-01';
    const given = { childId, givenBy: 'Mother', childAssented: true, untilDate };
    if (number > 1) await call('consents.grant', { ...given, scopes: ['monitor'] });
    childIds.push(childId);
  }
  for (let index = 0; index < sessions; index += 1) {
    now = new Date(today.getTime() - (sessions - index) * DAY_MS);
    const callOf = index % 3 === 2 ? bram : call;
    const childId = childIds[1 + (index % (CHILDREN - 1))]!;
    const { id: sessionId } = await callOf('sessions.start', { childId, source: 'webcam' });
    await callOf('sessions.stop', { sessionId, durationMs: 600_000 });
  }
  await service.close();
}
