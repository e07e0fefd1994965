import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createKeyFile,
  makeRecoverySlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../../../src/core/security/key-slots.node.ts';
import { writeKeyFile } from '../../../src/core/security/keys/key-file.node.ts';
import { appendAudit, auditEntries } from '../../../src/core/store/audit.node.ts';
import { putKeysRight, rememberKeys } from '../../../src/core/store/keys/change-keys.node.ts';
import { prepareRekeyed, settleRekey, takeRekeyed } from '../../../src/core/store/keys/rekey.node.ts';
import { addUser } from '../../../src/core/store/people/users.node.ts';
import { closeStore, createStore, inTransaction, openStore } from '../../../src/core/store/store.node.ts';
import { NOW } from '../../../src/core/store/testing/new-store.node.ts';
import type { Scenario } from '../scenario.ts';
import { corrupt, missing, wholeStore } from './made-store.ts';

const ANN = { userName: 'Ann', password: 'correct horse battery' };
const ENTRIES = 3000;
const ABOUT = 'about.json';

/** The data key is changed again and again: the store is whole under one key or the other, and everybody gets in. */
const rekey: Scenario = {
  killWithinMs: 1500,
  async prepare(folder) {
    const { keyFile, storeFile } = filesIn(folder);
    const { key, content: first } = await createKeyFile(keyFile, { userId: 'ann', ...ANN });
    const { recovery, recoveryCode } = await makeRecoverySlot(key);
    const content = { ...first, recovery };
    writeKeyFile(keyFile, { ...content, before: null, storeSalt: null });
    const db = createStore(storeFile, key);
    inTransaction(db, () => {
      addUser(db, { id: 'ann', name: ANN.userName, role: 'administrator' });
      for (let entry = 0; entry < ENTRIES; entry += 1) {
        appendAudit(db, { userName: 'Ann', action: 'bench', subject: String(entry), now: NOW });
      }
      rememberKeys(db, content);
    });
    closeStore(db);
    writeFileSync(join(folder, ABOUT), JSON.stringify({ recoveryCode, key: Buffer.from(key).toString('hex') }));
  },

  async act(folder, { acknowledge }) {
    const files = filesIn(folder);
    let from = Buffer.from(aboutIn(folder).key, 'hex');
    for (let turn = 1; ; turn += 1) {
      const to = randomBytes(32);
      const db = openStore(files.storeFile, from);
      const note = (copy: typeof db) =>
        appendAudit(copy, { userName: 'Ann', action: 'keys.change', subject: String(turn), now: NOW });
      const content = prepareRekeyed(db, files, { from, to }, note, () => undefined);
      closeStore(db);
      takeRekeyed(files, content, to);
      acknowledge(`change ${turn}`);
      from = to;
    }
  },

  async check(folder, acknowledged) {
    const files = filesIn(folder);
    settleRekey(files);
    const unlocked = await unlockWithPassword(files.keyFile, ANN);
    const recovered = await unlockWithRecoveryCode(files.keyFile, aboutIn(folder).recoveryCode);
    if (unlocked.kind !== 'unlocked') return [corrupt('the password opens nothing')];
    if (recovered.kind !== 'unlocked') return [corrupt('the recovery code opens nothing')];
    const db = openStore(files.storeFile, unlocked.key);
    try {
      const surprised = () => {
        throw new Error('the keys are not as the store knows them');
      };
      putKeysRight({ keyFile: files.keyFile, db }, { now: NOW, onForeign: surprised, onHalfAdded: surprised });
      const entries = [...auditEntries(db)];
      const changes = entries
        .filter(({ action }) => action === 'keys.change')
        .map(({ subject }) => `change ${subject}`);
      const others = entries.length - changes.length;
      return [
        ...wholeStore(db),
        ...missing(acknowledged, changes),
        ...(Buffer.from(recovered.key).equals(unlocked.key) ? [] : [corrupt('two secrets open two keys')]),
        ...(others === ENTRIES ? [] : [corrupt(`${others} entries of ${ENTRIES}`)]),
      ];
    } finally {
      closeStore(db);
    }
  },
};

function filesIn(folder: string) {
  const storeFile = join(folder, 'site.db');
  return { keyFile: join(folder, 'keys.json'), storeFile, rekeyedFile: `${storeFile}.rekeyed` };
}

function aboutIn(folder: string): { readonly recoveryCode: string; readonly key: string } {
  return JSON.parse(readFileSync(join(folder, ABOUT), 'utf8'));
}

export default rekey;
