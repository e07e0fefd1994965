import './cheap-secrets.mjs';
import type { ConsentScope } from '../../src/contract/children.ts';
import type { Input, Output } from '../../src/contract/contract.ts';
import type { Service } from '../../src/service/service.ts';
import { confirmCode } from '../../src/service/testing/confirm-code.ts';
import type { Call } from '../../src/service/testing/test-site.ts';
import { ADMINISTRATOR } from './people.ts';

interface MadeSite {
  /** The caller closes it. */
  readonly service: Service;
  /** Calls it as the administrator. */
  readonly call: Call;
}

/**
 * A site as its administrator has set it up, without a window: pressing it all takes seconds, and few specs are about that.
 *
 * @param now What its clock says meanwhile.
 */
export async function makeSite(dataDir: string, now?: () => Date): Promise<MadeSite> {
  // Read once what makes secrets cheap is there.
  const { openService } = await import('../../src/hosts/cli/open-service.ts');
  const service = openService(dataDir, () => {}, now);
  const caller = service.connect();
  const call: Call = (name, input) => service.call(caller, name, input);
  const { name: administrator, password } = ADMINISTRATOR;
  await confirmCode(call, await call('site.setUp', { siteName: 'St. Test, Ward 3', administrator, password }));
  return { service, call };
}

interface Ward {
  /** The code of a child whose family agreed to be watched. */
  readonly child?: string;
  /** What the family agreed to beside. */
  readonly more?: readonly ConsentScope[];
  readonly users?: readonly Pick<Input<'users.add'>, 'name' | 'role' | 'password'>[];
}

/** Makes a site with a child and with people beside the administrator; see {@link makeSite}. */
export async function makeWard(dataDir: string, { child, more = [], users = [] }: Ward): Promise<void> {
  const { service, call } = await makeSite(dataDir);
  for (const user of users) await call('users.add', user);
  if (child) await agree(call, await call('children.add', { code: child, birthMonth: '2018-05' }), more);
  await service.close();
}

async function agree(
  call: Call,
  { id: childId }: Output<'children.add'>,
  more: readonly ConsentScope[],
): Promise<void> {
  const given = { childId, givenBy: 'Mother', childAssented: false, untilDate: '2030-01-01' };
  await call('consents.grant', { ...given, scopes: ['monitor', ...more] });
}
