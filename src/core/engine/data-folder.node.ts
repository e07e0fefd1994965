import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a site's data lies when nobody says otherwise: the place each system keeps for a person's program data.
 *
 * @param environment The process's environment; XDG_DATA_HOME and APPDATA are honoured where they apply.
 */
export function defaultDataDir(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home = homedir()): string {
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Faceward');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Faceward');
    default:
      return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'faceward');
  }
}
