import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';
import { askPassword } from './ask-password.ts';
import { Misuse } from './misuse.ts';

/**
 * Signs a person in at the terminal, or by the variable FACEWARD_PASSWORD.
 *
 * @param user May be left out where the site has only one.
 * @throws Error if the folder has no site, or the password is wrong. Misuse if it must be said who signs in.
 */
export async function signIn(
  service: Service,
  { data, user }: { readonly data: string; readonly user?: string },
): Promise<Caller> {
  const caller = service.connect();
  const { state, userNames } = await service.call(caller, 'site.status', {});
  if (state === 'new') throw new Error(`there is no site in ${data}; name its folder with --data`);
  const userName = user ?? (userNames.length === 1 ? userNames[0]! : null);
  if (userName === null) throw new Misuse(`name who signs in with --user: ${userNames.join(', ')}`);
  await service.call(caller, 'site.signIn', { userName, password: await askPassword(userName) });
  return caller;
}
