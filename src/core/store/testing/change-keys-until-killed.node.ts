import { die, dieAtStep } from './die-at-step.node.ts';

/**
 * A change of the keys as a program of its own that is killed at one of its steps, as if by the power: a user is added or
 * removed together with an entry of the audit log.
 *
 * Steps: `draft` before the key file is written at first, `file` after that, `store` within the store's transaction, `kept`
 * after that, before the key file is written again, `end` after all.
 */
const [keyFile = '', storeFile = '', keyHex = '', change = '', step = '', userId = ''] = process.argv.slice(2);

dieAtStep(step, [
  ['draft', 'file'],
  ['kept', 'end'],
]);

const { openStore } = await import('../store.node.ts');
const { changeKeys } = await import('../keys/change-keys.node.ts');
const { appendAudit } = await import('../audit.node.ts');
const { addUser, removeUser } = await import('../people/users.node.ts');
const { makeUserSlot, withoutUserSlot, withUserSlot } = await import('../../security/key-slots.node.ts');
const { readNewKeyFile } = await import('../../security/keys/key-file.node.ts');

const key = Buffer.from(keyHex, 'hex');
const db = openStore(storeFile, key);
const now = new Date('2026-03-05T12:00:00Z');
const { salt } = readNewKeyFile(keyFile);
const slot = await makeUserSlot(key, salt, { userId, userName: 'Bo', password: 'another long password' });
changeKeys(
  { keyFile, db },
  (content) => (change === 'add' ? withUserSlot(content, slot) : withoutUserSlot(content, userId)),
  () => {
    if (change === 'add') addUser(db, { id: userId, name: 'Bo', role: 'ward' });
    else removeUser(db, { userId, now });
    appendAudit(db, { userName: 'Ann', action: `users.${change}`, subject: userId, now });
    if (step === 'store') die();
  },
);
