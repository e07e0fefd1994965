import { CallError } from '../../contract/error.ts';
import { computerKeysNeeded } from '../../core/security/key-slots.node.ts';
import { readKeyFile } from '../../core/security/keys/key-file.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Runtime } from '../runtime/runtime.ts';

/**
 * What is said of a name and password that open nothing. Where some slot needs a secret that this computer does not open, everybody is told
 * of that: whose slot it is would tell a name.
 */
export async function wrongPassword({
  home,
  thisComputer,
}: Pick<Runtime, 'home' | 'thisComputer'>): Promise<CallError> {
  for (const id of computerKeysNeeded(readKeyFile(home.keyFile))) {
    if (!(await thisComputer.find(id)))
      return new CallError('wrong-password', failure('site.wrong-password-or-computer'));
  }
  return new CallError('wrong-password', failure('site.wrong-password'));
}
