import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Output } from '../../contract/contract.ts';
import { ADMINISTRATOR, callAs, setUp, testSite } from '../../service/testing/test-site.ts';
import { connectSocket } from '../testing/socket-client.ts';
import { outputOf, SpawnedHosts } from '../testing/spawned-hosts.ts';

it('two programs do not share a store whose lock was deleted: the second is refused, the first goes on', async () => {
  await using site = await testSite();
  await using hosts = new SpawnedHosts();
  site.clock.now = new Date();
  const first = site.service({ host: 'browser', uptimeMs: () => Date.now() });
  const call = callAs(first);
  await setUp(call);
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const untilDate = `${site.clock.now.getFullYear() + 1}-12-31`;
  await call('consents.grant', { childId, scopes: ['monitor'], givenBy: 'mother', childAssented: true, untilDate });
  const { id } = await call('sessions.start', { childId, source: 'webcam' });

  rmSync(join(site.dataDir, 'lock'));
  const second = await connectSocket((await hosts.start(site.dataDir)).url);
  await expect(outputOf(second, 'site.signIn', ADMINISTRATOR)).rejects.toThrow('store.open-elsewhere');
  await call('sessions.append', { sessionId: id, batch: 0, samples: [], gaps: [], atMs: 500 });
  expect(await call('sessions.list', {})).toMatchObject([{ id, state: 'running' }]);

  // Once the first has closed it, the second opens it, and the first is kept out in turn.
  await call('site.signOut', {});
  await outputOf(second, 'site.signIn', ADMINISTRATOR);
  const sessions = await outputOf<Output<'sessions.list'>>(second, 'sessions.list');
  expect(sessions).toMatchObject([{ id, durationMs: 500 }]);
  await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ reason: 'store.in-use' });
});
