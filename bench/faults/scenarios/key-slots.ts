import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createKeyFile,
  listKeyHolders,
  removeKeySlot,
  setKeySlot,
  unlockWithPassword,
} from '../../../src/core/security/key-slots.node.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { corrupt, missing } from './made-store.ts';

const OWNER = { userName: 'Ada', password: 'correct horse battery' };
const NEW_PASSWORD = 'another horse battery';
const OTHERS = 60;

/** Slots of the key file are taken away one after the other, and then the owner's password is changed. */
const keySlots: Scenario = {
  killWithinMs: 300,
  async prepare(folder) {
    const file = keysIn(folder);
    const { key } = await createKeyFile(file, OWNER);
    writeFileSync(join(folder, 'key'), key);
    // Only their names count here: making each of them takes as long as a sign-in.
    const content = JSON.parse(readFileSync(file, 'utf8'));
    const others = Array.from({ length: OTHERS }, (_, index) => ({ ...content.users[0], name: `user ${index}` }));
    writeFileSync(file, JSON.stringify({ ...content, users: [...content.users, ...others] }));
  },

  async act(folder, { acknowledge, random }) {
    const file = keysIn(folder);
    const changing = random.integer(2) === 0;
    if (changing) {
      await setKeySlot(file, readFileSync(join(folder, 'key')), { ...OWNER, password: NEW_PASSWORD });
      acknowledge('password');
    }
    for (const name of listKeyHolders(file).slice(1)) {
      if (name === OWNER.userName) continue;
      removeKeySlot(file, name);
      acknowledge(`removed ${name}`);
    }
  },

  async check(folder, acknowledged) {
    const file = keysIn(folder);
    const key = readFileSync(join(folder, 'key'));
    const holders = listKeyHolders(file);
    const hasNew = await opens(file, NEW_PASSWORD, key);
    const gone = Array.from({ length: OTHERS }, (_, index) => `user ${index}`).filter(
      (name) => !holders.includes(name),
    );
    const found = [...gone.map((name) => `removed ${name}`), ...(hasNew ? ['password'] : [])];
    const nobodyOpens: Finding[] =
      hasNew || (await opens(file, OWNER.password, key)) ? [] : [corrupt('no password opens the store')];
    return [...missing(acknowledged, found), ...nobodyOpens];
  },
};

async function opens(file: string, password: string, key: Uint8Array): Promise<boolean> {
  const unlocked = await unlockWithPassword(file, { userName: OWNER.userName, password });
  return unlocked.kind === 'unlocked' && Buffer.from(unlocked.key).equals(key);
}

function keysIn(folder: string): string {
  return join(folder, 'keys.json');
}

export default keySlots;
