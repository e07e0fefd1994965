import { hasStartPassword } from '../../../core/store/people/start-passwords.node.ts';
import type { User } from '../../../core/store/people/users.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import type { ServiceOptions } from '../service-options.ts';

/** What somebody has to do before anything else is answered. */
export type FirstThing = 'own-password' | 'recovery-code';

/** What of the runtime says so. */
interface Asked {
  readonly site: { readonly db: ReadableDb; readonly lacksRecoveryCode: boolean } | null;
  readonly options: Pick<ServiceOptions, 'host'>;
}

/**
 * Whoever was given a password chooses their own; then an administrator of a site without a recovery code makes one, since with the
 * last password all that the site keeps would be lost. At a terminal that is only said: what runs there by a clock goes on.
 */
export function firstThingOf({ site, options }: Asked, user: Pick<User, 'id' | 'role'>): FirstThing | null {
  if (!site) return null;
  if (hasStartPassword(site.db, user.id)) return 'own-password';
  const isAsked = user.role === 'administrator' && site.lacksRecoveryCode && options.host !== 'cli';
  return isAsked ? 'recovery-code' : null;
}
