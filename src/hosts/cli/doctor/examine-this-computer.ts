import { existsSync } from 'node:fs';
import { computerKeysNeeded, needOf } from '../../../core/security/key-slots.node.ts';
import { readKeyFile } from '../../../core/security/keys/key-file.node.ts';
import { siteFolder } from '../../../service/runtime/site-folder.ts';
import { readThisComputerFile } from '../../../service/runtime/this-computer/this-computer-file.ts';
import { examine, type Finding } from './finding.ts';

/** Whether passwords need the keystore of this computer, as far as the files say: only the desktop window can ask the keystore itself. */
export function examineThisComputer(dataDir: string): Promise<Finding> {
  return examine({ area: 'store', name: "this computer's keystore" }, () => {
    const { keyFile, thisComputerFile } = siteFolder(dataDir);
    const keys = existsSync(keyFile) ? readKeyFile(keyFile) : null;
    const needed = keys ? computerKeysNeeded(keys) : new Set<string>();
    if (!keys || keys.format === 1 || needed.size === 0) {
      return { state: 'absent', text: 'no password needs it: Settings, Keys turns that on' };
    }
    const people = keys.users.filter((user) => needOf(user) !== null).length;
    const found = `${people} of ${keys.users.length} passwords need it`;
    const read = readThisComputerFile(thisComputerFile);
    const ids = read.kind === 'read' ? read.secrets.map(({ id }) => id) : [];
    if ([...needed].some((id) => !ids.includes(id))) {
      const what = read.kind === 'read' ? 'is not in' : 'cannot be read in';
      return {
        state: 'failed',
        text: `${found}, and a sealed secret of theirs ${what} ${thisComputerFile}: put back a copy, or sign in with the recovery code`,
      };
    }
    return {
      state: 'unknown',
      text: `${found}. Whether it opens is said in Settings, Keys of the desktop window; commands at a terminal cannot sign in as these people`,
    };
  });
}
