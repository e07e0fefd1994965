import type { Command } from 'commander';
import { CallError } from '../../contract/error.ts';
import { defaultDataDir } from '../../core/engine/data-folder.node.ts';
import { findingValues } from '../../core/store/audit-finding.ts';
import { createWords } from '../../core/words/words.ts';
import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';
import { askPassword } from './ask-password.ts';
import { Misuse } from './misuse.ts';
import { sayBeside } from './terminal.ts';

export interface SignInOptions {
  data: string;
  user?: string;
  without?: string;
}

/** What every command that opens a site is told. */
export function addSignInOptions(command: Command): Command {
  return command
    .option('--data <dir>', "folder of the site's data", defaultDataDir(process.platform, process.env))
    .option('--user <name>', 'who signs in; may be left out where there is only one')
    .option('--without <copy>', 'opens a site whose log is damaged without what is lost: the copy that was named then');
}

/**
 * Signs a person in at the terminal, or by the variable FACEWARD_PASSWORD.
 *
 * @param user May be left out where the site has only one.
 * @throws Error if the folder has no site, or the password is wrong. Misuse if it must be said who signs in.
 */
export async function signIn(service: Service, { data, user, without }: SignInOptions): Promise<Caller> {
  const caller = service.connect();
  const { state, people } = await service.call(caller, 'site.status', {});
  if (state === 'new') throw new Error(`there is no site in ${data}; name its folder with --data`);
  const userName = user ?? null;
  if (userName === null && people !== 1) throw new Misuse(`name who signs in with --user: ${people} people can`);
  const password = await askPassword(userName ?? 'the site');
  try {
    await service.call(caller, 'site.signIn', { userName, password, acceptedCopy: without ?? null });
  } catch (error) {
    if (!(error instanceof CallError) || error.reason !== 'store.log-damaged') throw error;
    throw new Error(`${error.message} That is said with --without ${error.values.copy}`, { cause: error });
  }
  await sayFindings(service, caller);
  await sayRecoveryCode(service, caller);
  return caller;
}

/** A window would ask an administrator for one before anything else; what runs at a terminal by a clock goes on. */
async function sayRecoveryCode(service: Service, caller: Caller): Promise<void> {
  const { user } = await service.call(caller, 'site.status', {});
  if (user?.role !== 'administrator') return;
  const { lacksRecoveryCode } = await service.call(caller, 'keys.state', {});
  if (lacksRecoveryCode) sayBeside(createWords('en').getFixedT(null, 'errors')(($) => $.call['recovery-code']));
}

/** What is not as it was last known of the audit log: whoever works with the data must hear of it here too. */
async function sayFindings(service: Service, caller: Caller): Promise<void> {
  const t = createWords('en').getFixedT(null, 'records');
  for (const finding of await service.call(caller, 'audit.findings', {})) {
    if (finding.acknowledged) continue;
    const values = findingValues(finding, (atIso) => atIso);
    sayBeside(`${t(($) => $.finding.title)}. ${t(($) => $.finding[finding.fault], values)}`);
  }
}
