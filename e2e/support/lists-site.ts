import { localDate } from '../../src/core/store/local-date.ts';
import { openService } from '../../src/hosts/cli/open-service.ts';
import { confirmCode } from '../../src/service/testing/confirm-code.ts';
import { callAs } from '../../src/service/testing/test-site.ts';
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
  const service = openService(
    dataDir,
    () => {},
    () => now,
  );
  const [ann, bram] = [service.connect(), service.connect()];
  const { name: administrator, password } = ADMINISTRATOR;
  const admin = callAs(service, ann);
  await confirmCode(admin, await admin('site.setUp', { siteName: 'St. Test, Ward 3', administrator, password }));
  await service.call(ann, 'users.add', { name: COLLEAGUE, role: 'ward', password });
  await service.call(bram, 'site.signIn', { userName: COLLEAGUE, password });
  const childIds: string[] = [];
  for (let number = 1; number <= CHILDREN; number += 1) {
    const code = `W3-${String(number).padStart(4, '0')}`;
    const { id: childId } = await service.call(ann, 'children.add', { code, birthMonth: '2018-05' });
    const ends = new Date(today.getTime() + 3 * DAY_MS);
    const untilDate = number === CHILDREN ? localDate(ends) : '2035-01-01';
    const given = { childId, givenBy: 'Mother', childAssented: true, untilDate };
    if (number > 1) await service.call(ann, 'consents.grant', { ...given, scopes: ['monitor'] });
    childIds.push(childId);
  }
  for (let index = 0; index < sessions; index += 1) {
    now = new Date(today.getTime() - (sessions - index) * DAY_MS);
    const caller = index % 3 === 2 ? bram : ann;
    const childId = childIds[1 + (index % (CHILDREN - 1))]!;
    const { id: sessionId } = await service.call(caller, 'sessions.start', { childId, source: 'webcam' });
    await service.call(caller, 'sessions.stop', { sessionId, durationMs: 600_000 });
  }
  await service.close();
}
