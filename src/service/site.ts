import manifest from '../../package.json' with { type: 'json' };
import { CallError } from '../contract/error.ts';
import { setKeySlot, unlockWithPassword, unlockWithRecoveryCode } from '../core/security/key-slots.node.ts';
import { readSite, writeSite } from '../core/store/site.node.ts';
import { inTransaction, type WritableDb } from '../core/store/store.node.ts';
import { addUser, findUserByName, listUsers, type User } from '../core/store/users.node.ts';
import type { Handlers, Visit } from './call-context.ts';
import { fillDemo, readDemoMaterial } from './demo.ts';
import { type DemoFolder, makeDemoFolder } from './demo-folder.ts';
import { type Desk, type OpenSite, openSite, signedInUser } from './desk.ts';
import { recordAction } from './record-action.ts';
import { readShippedModels } from './shipped-models.ts';
import { isSetUp, type SiteFolder, setUpFolder, userNamesOf } from './site-folder.ts';

type SiteMethod = 'site.status' | 'site.setUp' | 'site.openDemo' | 'site.signIn' | 'site.recover' | 'site.signOut';

/** The site itself: its set-up, and who is signed in. */
export const siteHandlers: Handlers<SiteMethod> = {
  'site.status'({ desk, seat }) {
    const user = signedInUser(desk, seat);
    const inDemo = user !== null && Boolean(desk.site?.demo);
    return {
      state: user ? 'open' : isSetUp(desk.home) ? 'locked' : 'new',
      siteName: user && desk.site ? (readSite(desk.site.db)?.name ?? null) : null,
      demo: inDemo,
      user,
      userNames: inDemo ? [user.name] : userNamesOf(desk.home),
      host: desk.options.host,
      version: manifest.version,
    };
  },

  async 'site.setUp'(visit, { siteName, administrator, password }) {
    const { desk, now } = visit;
    const made = await makeSite(desk, async () => ({
      ...{ demo: null, folder: desk.home },
      administrator: { userName: administrator, password },
      fill(db) {
        writeSite(db, { name: siteName, demo: false });
        recordAction({ db, user: firstUser(db, administrator), now }, 'site.setUp', '');
      },
    }));
    const site = openSite(desk, desk.home, made);
    return { user: signIn(visit, site, administrator, 'after set-up'), recoveryCode: made.recoveryCode };
  },

  async 'site.openDemo'(visit) {
    const { desk, now } = visit;
    if (!desk.site?.demo) {
      const made = await makeSite(desk, async () => {
        const material = await readDemoMaterial(desk.options.resourcesDir);
        const demo = makeDemoFolder({ host: desk.options.host, now });
        return {
          ...{ demo, folder: demo.folder },
          administrator: { userName: material.administrator, password: crypto.randomUUID() },
          fill: (db) => fillDemo({ db, user: firstUser(db, material.administrator), now }, material),
        };
      });
      openSite(desk, made.folder, made);
    }
    const site = desk.site!;
    return { user: signIn(visit, site, listUsers(site.db)[0]!.name, 'to the demo') };
  },

  async 'site.signIn'(visit, { userName, password }) {
    const { desk } = visit;
    assertReadyForSignIn(desk);
    assertMayTry(visit, userName);
    const unlocked = await unlockWithPassword(desk.home.keyFile, { userName, password });
    if (unlocked.kind === 'refused') {
      throw new CallError('wrong-password', 'The name or the password is wrong. Try again, or use the recovery code.');
    }
    const failures = desk.delay.succeeded(userName);
    const site = openSite(desk, desk.home, {
      ...unlocked,
      demo: null,
      shipped: await readShippedModels(desk.options.modelsDir),
    });
    return { user: signIn(visit, site, userName, failures > 0 ? `after ${failures} wrong passwords` : '') };
  },

  async 'site.recover'(visit, { recoveryCode, userName, newPassword }) {
    const { desk } = visit;
    assertReadyForSignIn(desk);
    assertMayTry(visit, RECOVERY);
    const unlocked = await unlockWithRecoveryCode(desk.home.keyFile, recoveryCode);
    if (unlocked.kind === 'mistyped') throw new CallError('invalid-input', unlocked.message);
    if (unlocked.kind === 'refused') {
      throw new CallError(
        'wrong-password',
        'This is not the recovery code of this site. Look for the one it was given.',
      );
    }
    desk.delay.succeeded(RECOVERY);
    const site = openSite(desk, desk.home, {
      ...unlocked,
      demo: null,
      shipped: await readShippedModels(desk.options.modelsDir),
    });
    const user = findUserByName(site.db, userName);
    if (!user)
      throw new CallError('not-found', `Nobody here is named ${userName}. Choose one of the names of this site.`);
    await setKeySlot(desk.home.keyFile, site.key, { userName: user.name, password: newPassword });
    desk.delay.succeeded(user.name);
    desk.seats.signOutUser(user.id);
    return { user: signIn(visit, site, user.name, 'with the recovery code') };
  },

  'site.signOut'(work) {
    recordAction(work, 'site.signOut', '');
    work.desk.seats.signOut(work.seat);
    work.desk.events.emit('site.changed', {});
    return {};
  },
};

/** The name under which wrong recovery codes are counted; no user can have it, names being trimmed. */
const RECOVERY = ' recovery ';

interface NewSite {
  readonly folder: SiteFolder;
  readonly demo: DemoFolder | null;
  readonly administrator: { readonly userName: string; readonly password: string };
  /** Writes what the new store must hold. */
  readonly fill: (db: WritableDb) => void;
}

/** @param prepare Says what is to be made; asked only when a site may be made now. */
async function makeSite(desk: Desk, prepare: () => Promise<NewSite>) {
  if (desk.site?.demo) throw new CallError('conflict', 'The demo is open. Sign out of it first.');
  if (isSetUp(desk.home)) throw new CallError('conflict', 'This data folder has a site already. Sign in to it.');
  if (desk.settingUp) throw new CallError('conflict', 'A site is being made at this moment. Wait until it is there.');
  desk.settingUp = true;
  try {
    const shipped = await readShippedModels(desk.options.modelsDir);
    const { folder, demo, administrator, fill } = await prepare();
    try {
      return { folder, demo, shipped, ...(await setUpFolder(folder, administrator, fill)) };
    } catch (error) {
      demo?.discard();
      throw error;
    }
  } finally {
    desk.settingUp = false;
  }
}

function firstUser(db: WritableDb, name: string): User {
  const added = addUser(db, { name, role: 'administrator' });
  if (added.kind !== 'added') throw new Error(`a new store has a user already: ${added.kind}`);
  return added.user;
}

function assertReadyForSignIn(desk: Desk): void {
  if (desk.site?.demo) throw new CallError('conflict', 'The demo is open. Sign out of it first.');
  if (!isSetUp(desk.home)) throw new CallError('conflict', 'There is no site here yet. Set one up first.');
}

function assertMayTry({ desk, now }: Visit, name: string): void {
  const waitMs = desk.delay.attempt(name, now.getTime());
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new CallError('wrong-password', `Too many wrong attempts. Try again in ${seconds} s.`);
}

function signIn({ desk, seat, now }: Visit, { db }: OpenSite, userName: string, how: string): User {
  const user = findUserByName(db, userName);
  if (!user) throw new CallError('wrong-password', 'The name or the password is wrong. Try again.');
  inTransaction(db, () => recordAction({ db, user, now }, 'site.signIn', how));
  desk.seats.signIn(seat, user.id);
  desk.events.emit('site.changed', {});
  return user;
}
