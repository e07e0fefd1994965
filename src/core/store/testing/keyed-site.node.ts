import { join } from 'node:path';
import { createKeyFile, makeRecoverySlot, makeUserSlot, withUserSlot } from '../../security/key-slots.node.ts';
import { writeKeyFile } from '../../security/keys/key-file.node.ts';
import { changeKeys, rememberKeys } from '../keys/change-keys.node.ts';
import { addUser } from '../people/users.node.ts';
import { createStore } from '../store.node.ts';
import { newFolder } from './new-store.node.ts';

export const ANN = { userName: 'Ann', password: 'correct horse battery' };
export const BO = { userName: 'Bo', password: 'another long password' };

/** Keys and a store of an administrator, Ann, with the key of Bo, who is not added yet; gone when the scope ends. */
export async function keyedSite() {
  const folder = newFolder();
  const keyFile = join(folder.dir, 'keys.json');
  const storeFile = join(folder.dir, 'site.db');
  const { key, content: first } = await createKeyFile(keyFile, { userId: 'ann', ...ANN });
  const { recovery, recoveryCode } = await makeRecoverySlot(key);
  const made = { key, recoveryCode, content: { ...first, recovery } };
  writeKeyFile(keyFile, { ...made.content, before: null, storeSalt: null });
  const db = createStore(storeFile, made.key);
  addUser(db, { id: 'ann', name: 'Ann', role: 'administrator' });
  rememberKeys(db, made.content);
  const slot = await makeUserSlot(made.key, made.content.salt, { userId: 'bo', ...BO });
  return {
    ...made,
    db,
    dir: folder.dir,
    keyFile,
    storeFile,
    rekeyedFile: join(folder.dir, 'site.db.rekeyed'),
    withBo: withUserSlot(made.content, slot),
    addBo: () =>
      changeKeys(
        { keyFile, db },
        (content) => withUserSlot(content, slot),
        () => addUser(db, { id: 'bo', name: 'Bo', role: 'ward' }),
      ),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
