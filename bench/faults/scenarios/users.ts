import { unlockWithRecoveryCode } from '../../../src/core/security/key-slots.node.ts';
import type { Service } from '../../../src/service/service.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { ADA, aboutSite, type Call, makeSite, siteIn, withService } from './made-site.ts';
import { corrupt, missing } from './made-store.ts';

/** More than any machine adds before the kill. */
const MOST_ENTRIES = 500;
const MOST_USERS = 40;
/** What happens to a user after being added, in turns. */
const DEEDS = ['stays', 'is removed', 'gets another role', 'stays beside a new code'] as const;

/**
 * Users are added, removed and given other roles, and the site other recovery codes: each a change over the store, the key
 * file and the audit log at once.
 */
const users: Scenario = {
  killWithinMs: 2500,
  prepare: makeSite,

  act: (folder, { acknowledge }) =>
    withService(folder, async (call) => {
      await call('site.signIn', ADA);
      for (let index = 0; index < MOST_USERS; index += 1) {
        const name = `user ${index}`;
        const { id: userId } = await call('users.add', { name, role: 'ward', password: ADA.password });
        acknowledge(`added ${name}`);
        const deed = DEEDS[index % DEEDS.length];
        if (deed === 'is removed') {
          await call('users.remove', { userId });
          acknowledge(`removed ${name}`);
        } else if (deed === 'gets another role') {
          await call('users.setRole', { userId, role: 'research' });
          acknowledge(`role ${name}`);
        } else if (deed === 'stays beside a new code') acknowledge(`code ${await newCode(call)}`);
      }
    }),

  check: (folder, acknowledged) =>
    withService(folder, async (call, service) => {
      await call('site.signIn', ADA);
      const others = (await call('users.list', {})).filter(({ name }) => name !== ADA.userName);
      const { entries, chainIntact } = await call('audit.list', { beforeSequence: null, limit: MOST_ENTRIES });
      const count = (action: string) => entries.filter((each) => each.action === action).length;
      const said = (what: string) =>
        acknowledged.flatMap((each) => (each.startsWith(`${what} `) ? [each.slice(what.length + 1)] : []));
      const removed = said('removed');
      const left = count('users.add') - count('users.remove');
      const researchers = others.filter(({ role }) => role === 'research').map(({ name }) => name);
      const maySignIn = await Promise.all(others.slice(-2).map(({ name }) => canSignIn(service, name)));
      const mayNot = await Promise.all(removed.slice(-1).map((name) => canSignIn(service, name)));
      const codes = [aboutSite(folder).recoveryCode, ...said('code')];
      const isCodeKnown = count('site.confirmRecoveryCode') === codes.length - 1;
      const recovered = await unlockWithRecoveryCode(siteIn(folder).keyFile, codes.at(-1)!);
      const findings: Finding[] = [
        ...missing(
          said('added').filter((name) => !removed.includes(name)),
          [...others.map(({ name }) => name), ...underWay(acknowledged)],
        ),
        ...missing(said('role'), researchers),
        ...removed
          .filter((name) => others.some((each) => each.name === name))
          .map((name): Finding => ({ kind: 'lost', what: `the removal of ${name}` })),
        ...(isCodeKnown && recovered.kind !== 'unlocked' ? [corrupt('the last recovery code opens nothing')] : []),
        ...(chainIntact ? [] : [corrupt('the audit log does not link')]),
        ...(left === others.length ? [] : [corrupt(`${others.length} users; the audit log says ${left}`)]),
        ...(count('users.setRole') === researchers.length
          ? []
          : [corrupt('a role of which the audit log knows nothing')]),
        ...(maySignIn.includes(false) ? [corrupt('a user of the list cannot sign in')] : []),
        ...(mayNot.includes(true) ? [corrupt('a removed user can sign in')] : []),
      ];
      return findings;
    }),
};

async function newCode(call: Call): Promise<string> {
  const { recoveryCode } = await call('site.makeRecoveryCode', { password: ADA.password });
  await call('site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)! });
  return recoveryCode;
}

/** The user who was added last was being removed, if that is their turn: either is right. */
function underWay(acknowledged: readonly string[]): string[] {
  const last = acknowledged.at(-1) ?? '';
  const isBeingRemoved = DEEDS[Number(last.split(' ').at(-1)) % DEEDS.length] === 'is removed';
  return last.startsWith('added ') && isBeingRemoved ? [last.slice('added '.length)] : [];
}

async function canSignIn(service: Service, userName: string): Promise<boolean> {
  try {
    await service.call(service.connect(), 'site.signIn', { userName, password: ADA.password });
    return true;
  } catch {
    // Whatever keeps them out.
    return false;
  }
}

export default users;
