import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Output } from '../../contract/contract.ts';
import { mountSmallDisk, NO_SMALL_DISK } from '../../core/training/testing/small-disk.node.ts';
import { ADMINISTRATOR, callAs, sample, setUp, testSite } from '../../service/testing/test-site.ts';
import { connectSocket, type SocketClient } from '../testing/socket-client.ts';
import { kill, outputOf, SpawnedHosts } from '../testing/spawned-hosts.ts';

using probe = mountSmallDisk(1);
if (!probe) console.warn(`a kill on a full disk is not tested: ${NO_SMALL_DISK}`);

it.skipIf(!probe)(
  'readings of a full disk survive a kill, and are taken in once there is room: each once',
  async () => {
    using disk = mountSmallDisk(24)!;
    await using site = await testSite();
    await using hosts = new SpawnedHosts();
    const dataDir = join(disk.dir, 'data');
    site.clock.now = new Date();
    const service = site.service({ dataDir, host: 'browser' });
    const call = callAs(service);
    await setUp(call);
    const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
    const untilDate = `${site.clock.now.getFullYear() + 1}-12-31`;
    await call('consents.grant', { childId, scopes: ['monitor'], givenBy: 'mother', childAssented: true, untilDate });
    await service.close();

    const signedIn = async () => {
      const host = await hosts.start(dataDir);
      const client = await connectSocket(host.url);
      await outputOf(client, 'site.signIn', ADMINISTRATOR);
      return { host, client };
    };
    const first = await signedIn();
    const { id } = await outputOf<Output<'sessions.start'>>(first.client, 'sessions.start', {
      childId,
      source: 'webcam',
    });
    const append = (batch: number) => {
      const samples = [sample(500 * batch + 100), sample(500 * batch + 300)];
      return outputOf(first.client, 'sessions.append', {
        sessionId: id,
        batch,
        samples,
        gaps: [],
        atMs: 500 * (batch + 1),
      });
    };
    const times = async (client: SocketClient) => {
      const all = { sessionId: id, fromMs: 0, toMs: 60_000, mostRows: 1000 };
      return [...(await outputOf<Output<'sessions.window'>>(client, 'sessions.window', all)).atMs];
    };
    const seen = (batches: number) => Array.from({ length: batches }, (_, i) => [500 * i + 100, 500 * i + 300]).flat();

    for (let batch = 0; batch < 4; batch++) expect(await append(batch)).toEqual({ stored: 2 });
    disk.fill();
    for (let batch = 4; batch < 10; batch++) expect(await append(batch)).toEqual({ stored: 2, isKeptAside: true });
    await kill(first.host.process);

    disk.makeRoom();
    // The second time there is nothing left to take in.
    for (let restart = 0; restart < 2; restart++) {
      const next = await signedIn();
      expect(await times(next.client)).toEqual(seen(10));
      await kill(next.host.process);
    }
  },
);
