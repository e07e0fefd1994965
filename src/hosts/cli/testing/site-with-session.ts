import { confirmCode } from '../../../service/testing/confirm-code.ts';
import { openService } from '../open-service.ts';

/** Of Alex, who is the only user. */
export const PASSWORD = 'a long enough password';

/**
 * Sets a site up with one stopped session of ten seconds, read by the shipped base model.
 *
 * @returns The session's id.
 */
export async function makeSiteWithSession(dataDir: string): Promise<string> {
  const service = openService(
    dataDir,
    () => {},
    () => new Date('2026-03-04T10:00:00Z'),
  );
  const caller = service.connect();
  const made = await service.call(caller, 'site.setUp', {
    siteName: 'Ward 3',
    administrator: 'Alex',
    password: PASSWORD,
  });
  await confirmCode((name, input) => service.call(caller, name, input), made);
  const child = await service.call(caller, 'children.add', { code: 'C-17', birthMonth: '2019-05' });
  await service.call(caller, 'consents.grant', {
    childId: child.id,
    scopes: ['monitor'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2099-12-31',
  });
  const session = await service.call(caller, 'sessions.start', { childId: child.id, source: 'webcam' });
  await service.call(caller, 'sessions.append', {
    sessionId: session.id,
    batch: 0,
    atMs: 10_000,
    gaps: [],
    samples: Array.from({ length: 100 }, (_, i) => ({
      atMs: i * 100,
      probabilities: [0.05, 0.05, 0.05, 0.7, 0.05, 0.05, 0.05],
      emotion: 'happiness' as const,
      box: { xPx: 100, yPx: 80, widthPx: 120, heightPx: 140 },
      quality: { brightness: 0.5, sharpness: 50, eyeDistancePx: 60, yawDeg: 3 },
    })),
  });
  await service.call(caller, 'sessions.stop', { sessionId: session.id, durationMs: 10_000 });
  await service.close();
  return session.id;
}
