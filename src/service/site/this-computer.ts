import { CallError } from '../../contract/error.ts';
import type { KeysState } from '../../contract/records/keys.ts';
import { makeUserSlot, needOf, withUserSlot } from '../../core/security/key-slots.node.ts';
import { contentOf, type KeyContent, readNewKeyFile } from '../../core/security/keys/key-file.node.ts';
import type { ComputerKey } from '../../core/security/keys/slot.node.ts';
import { changeKeys } from '../../core/store/keys/change-keys.node.ts';
import { listUsers } from '../../core/store/people/users.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { assertKeysSettled } from '../runtime/keys/assert-keys-settled.ts';
import { rekeyWhenDue } from '../runtime/keys/rekeying.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';
import {
  type Binding,
  forgetUnneeded,
  noteBound,
  readBinding,
  writeBinding,
} from '../runtime/this-computer/binding.ts';
import { assertOwnPassword } from './own-password.ts';

/** Whether passwords need a secret of this computer's keystore beside them. */
export const thisComputerHandlers: Handlers<'keys.bind' | 'keys.unbind'> = {
  async 'keys.bind'(context, { password }) {
    const { runtime, site, now } = context;
    await assertMayChange(context, password);
    // The way out where the keystore is lost.
    if (site.lacksRecoveryCode) throw new CallError('conflict', failure('keys.computer-needs-code'));
    const { key, keep } = await runtime.thisComputer.make();
    const binding = { id: key.id, sinceIso: now.toISOString(), isComplete: false };
    await setBinding(context, { password, key, binding, action: 'keys.bind' }, keep);
    return {};
  },

  async 'keys.unbind'(context, { password }) {
    await assertMayChange(context, password);
    await setBinding(context, { password, key: null, binding: null, action: 'keys.unbind' }, () => undefined);
    return {};
  },
};

/** What Settings says of it. */
export async function thisComputerState(
  { thisComputer }: Pick<Runtime, 'thisComputer'>,
  { db, folder, demo }: OpenSite,
): Promise<KeysState['thisComputer']> {
  const binding = demo ? null : readBinding(db);
  const problem = await thisComputer.problem();
  const slots = contentOf(readNewKeyFile(folder.keyFile)).users.map((slot) => ({
    id: slot.userId,
    need: needOf(slot),
  }));
  const opened = new Set<string | null>([null]);
  for (const need of [binding?.id ?? null, ...slots.map((each) => each.need)]) {
    if (!opened.has(need) && need !== null && (await thisComputer.find(need))) opened.add(need);
  }
  const peopleWith = (has: (need: string | null) => boolean) =>
    listUsers(db)
      .filter(({ id }) => slots.some((slot) => slot.id === id && has(slot.need)))
      .map(({ id, name }) => ({ id, name }));
  return {
    problem,
    sinceIso: binding?.sinceIso ?? null,
    works: binding !== null && opened.has(binding.id),
    notYet: binding ? peopleWith((need) => opened.has(need) && need !== binding.id) : [],
    still: binding ? [] : peopleWith((need) => opened.has(need) && need !== null),
    lost: peopleWith((need) => !opened.has(need)),
  };
}

async function assertMayChange(context: SignedInContext, password: string): Promise<void> {
  const { site, now } = context;
  if (site.demo) throw new CallError('conflict', failure('keys.demo'));
  assertKeysSettled(site, now);
  await assertOwnPassword(context, password, 'users.wrong-own-password');
}

interface Change {
  readonly password: string;
  /** What the slot of whoever asks needs from now on. */
  readonly key: ComputerKey | null;
  readonly binding: Binding | null;
  readonly action: 'keys.bind' | 'keys.unbind';
}

/** @param keep Called right before the keys are changed: what it writes is there before a slot needs it, wherever the program ends. */
async function setBinding(
  context: SignedInContext,
  { password, key, binding, action }: Change,
  keep: () => void,
): Promise<void> {
  const { runtime, site, db, user, now } = context;
  const { keyFile } = site.folder;
  const who = { userId: user.id, userName: user.name, password };
  const slot = await makeUserSlot(site.key, readNewKeyFile(keyFile).salt, who, key);
  keep();
  let after: KeyContent;
  changeKeys(
    { keyFile, db },
    (content) => {
      after = withUserSlot(content, slot);
      return after;
    },
    () => {
      writeBinding(db, binding);
      recordAction(context, action, '');
      noteBound(db, after, { by: user.name, now });
    },
  );
  forgetUnneeded(runtime, site);
  rekeyWhenDue(runtime);
  runtime.events.emit('site.changed', {});
}
