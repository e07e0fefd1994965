import { digestOfName, foldedName, readKeyFile } from './key-file.node.ts';

/** Whether somebody of this name has a slot. @throws DamagedKeyFileError */
export function isKeyHolder(file: string, userName: string): boolean {
  const content = readKeyFile(file);
  if (content.format === 1) return content.users.some(({ name }) => foldedName(name) === foldedName(userName));
  const digest = digestOfName(userName, content.salt);
  return content.users.some(({ name }) => name === digest);
}
