import { isSetUp } from '../../../src/service/runtime/site-folder.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { ADA, makeModels, setUp, siteIn, withService } from './made-site.ts';
import { corrupt } from './made-store.ts';

/** A site is made: killed at any moment it is not there and can be made, or there and opens by the password that was given. */
const setUpScenario: Scenario = {
  killWithinMs: 1200,
  // It is made, or opened for the first time, once there is room: none was set aside before.
  needsRoom: true,
  prepare: makeModels,

  act: (folder, { acknowledge }) =>
    withService(folder, async (call) => {
      acknowledge(await setUp(call));
    }),

  async check(folder, [recoveryCode]) {
    if (!isSetUp(siteIn(folder))) {
      const lost: Finding[] = recoveryCode === undefined ? [] : [{ kind: 'lost', what: 'the site' }];
      await withService(folder, setUp);
      return lost;
    }
    await withService(folder, (call) => call('site.signIn', ADA));
    if (recoveryCode === undefined) return [];
    const newPassword = 'quite another password';
    await withService(folder, (call) => call('site.recover', { recoveryCode, userName: ADA.userName, newPassword }));
    const { users, chain } = await withService(folder, async (call) => {
      await call('site.signIn', { userName: ADA.userName, password: newPassword });
      const { chainIntact } = await call('audit.list', { beforeSequence: null, limit: 10 });
      return { users: await call('users.list', {}), chain: chainIntact };
    });
    return users.length === 1 && chain
      ? []
      : [corrupt(`${users.length} users; the chain is ${chain ? '' : 'not '}intact`)];
  },
};

export default setUpScenario;
