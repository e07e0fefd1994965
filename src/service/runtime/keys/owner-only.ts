import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const FOLDER = 0o700;
const FILE = 0o600;
/** What `writeFileAtomically` leaves where the program is killed in its middle. */
const DRAFT = /\.\d+\.draft$/;

/**
 * What this program writes from now on is for its owner's eyes, whoever writes it: its processes and threads too. Windows has
 * no modes: there the folder's own list of who may read it counts.
 */
export function writeForOwnerOnly(): void {
  if (process.platform !== 'win32' && isMainThread) process.umask(0o077);
}

/** The same for what versions before, or other programs, have left in a folder of data; drafts of killed programs go. */
export function keepForOwnerOnly(dir: string): void {
  for (const name of readdirSync(dir)) if (DRAFT.test(name)) rmSync(join(dir, name), { force: true });
  if (process.platform !== 'win32') tighten(dir);
}

function tighten(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  // A link's target is not part of the folder.
  if (!found || found.isSymbolicLink() || found.uid !== process.getuid?.()) return;
  const mode = found.isDirectory() ? FOLDER : FILE;
  if ((found.mode & 0o077) !== 0) chmodSync(path, mode);
  if (found.isDirectory()) for (const name of readdirSync(path)) tighten(join(path, name));
}
