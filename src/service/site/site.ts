import manifest from '../../../package.json' with { type: 'json' };
import { CallError } from '../../contract/error.ts';
import { hasRecoveryCode, unlockWithPassword, unlockWithRecoveryCode } from '../../core/security/key-slots.node.ts';
import { makeRecoveryCode } from '../../core/security/people/make-recovery-code.node.ts';
import { CODE_SYMBOLS, type MistypedCode } from '../../core/security/recovery-code.ts';
import { setStartPassword } from '../../core/store/people/start-passwords.node.ts';
import { addUser, findUser, findUserByName, listUsers, type User } from '../../core/store/people/users.node.ts';
import { readSite, writeSite } from '../../core/store/site.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { failureOf } from '../../core/words/failure-error.ts';
import type { CallContext, Handlers, SignedInContext } from '../runtime/call-context.ts';
import { type DemoFolder, makeDemoFolder } from '../runtime/demo-folder.ts';
import { expireConsents } from '../runtime/ended-consents.ts';
import { eraseAgain } from '../runtime/erase/erase-again.ts';
import { eraseByRule, MOST_AT_SIGN_IN } from '../runtime/erase/erase-by-rule.ts';
import { eraseDue } from '../runtime/erase/erase-held.ts';
import { overwriteWhenQuiet } from '../runtime/erase/overwrite.ts';
import { rekeyWhenDue } from '../runtime/keys/rekeying.ts';
import { readShippedModels, type ShippedModel } from '../runtime/models/shipped-models.ts';
import { openSite } from '../runtime/opening/open-site.ts';
import { recordAction } from '../runtime/record-action.ts';
import { PROGRAM, recordByProgram } from '../runtime/record-by-program.ts';
import { type OpenSite, type Runtime, signedInUser } from '../runtime/runtime.ts';
import { firstThingOf } from '../runtime/sign-in/first-thing.ts';
import { countPeople, isSetUp, type SiteFolder, setUpFolder } from '../runtime/site-folder.ts';
import { expireVideos } from '../runtime/videos/expire-videos.ts';
import { fillDemo, readDemoMaterial } from './demo.ts';
import { assertGoodPassword, goodName } from './good-account.ts';
import { assertMayTry } from './may-try.ts';
import { giveNewPassword, isStillTheirs, renewSlotOf, userOf } from './own-slot.ts';
import { wrongPassword } from './wrong-password.ts';

type SiteMethod =
  | 'site.status'
  | 'site.setUp'
  | 'site.openDemo'
  | 'site.signIn'
  | 'site.recover'
  | 'site.uptime'
  | 'site.signOut';

/** The site itself: its set-up, and who is signed in. */
export const siteHandlers: Handlers<SiteMethod> = {
  'site.status'({ runtime, callerState }) {
    const user = signedInUser(runtime, callerState);
    const first = user && firstThingOf(runtime, user);
    const inDemo = user !== null && Boolean(runtime.site?.demo);
    return {
      state: user ? 'open' : isSetUp(runtime.home) ? 'locked' : 'new',
      siteName: user && runtime.site ? (readSite(runtime.site.db)?.name ?? null) : null,
      demo: inDemo,
      user,
      mustChangePassword: first === 'own-password',
      mustMakeRecoveryCode: first === 'recovery-code',
      isLocked: user !== null && callerState.isLocked,
      userNames: user && runtime.site ? listUsers(runtime.site.db).map(({ name }) => name) : [],
      people: countPeople(inDemo ? runtime.site!.folder : runtime.home),
      host: runtime.options.host,
      version: manifest.version,
      damage: user && runtime.site?.damage ? failureOf(runtime.site.damage) : null,
    };
  },

  async 'site.setUp'(context, { siteName, administrator: typed, password }) {
    const { runtime, now } = context;
    const administrator = goodName(typed, []);
    await assertGoodPassword(password, [administrator, siteName]);
    const userId = crypto.randomUUID();
    const made = await makeSite(runtime, async () => ({
      demo: null,
      folder: runtime.home,
      administrator: { userId, userName: administrator, password },
      fill(db) {
        writeSite(db, { name: siteName, demo: false });
        recordAction({ db, user: firstUser(db, { id: userId, name: administrator }), now }, 'site.setUp', '');
      },
    }));
    const site = await openSite(runtime, runtime.home, made);
    const user = findUser(site.db, userId);
    const signedIn = signIn(context, site, user, AFTER_SET_UP);
    const recoveryCode = makeRecoveryCode();
    context.callerState.newRecoveryCode = recoveryCode;
    return { user: signedIn, recoveryCode };
  },

  async 'site.openDemo'(context) {
    const { runtime, now } = context;
    if (!runtime.site?.demo) {
      const made = await makeSite(runtime, async () => {
        const material = await readDemoMaterial(runtime.options.resourcesDir);
        const demo = makeDemoFolder({ host: runtime.options.host, now });
        const administrator = { id: crypto.randomUUID(), name: material.administrator };
        return {
          demo,
          folder: demo.folder,
          administrator: {
            userId: administrator.id,
            userName: administrator.name,
            password: crypto.randomUUID(),
          },
          fill: (db) => fillDemo({ db, user: firstUser(db, administrator), now }, material),
        };
      });
      await openSite(runtime, made.folder, made);
    }
    const site = runtime.site!;
    return { user: signIn(context, site, listUsers(site.db)[0]!, 'to the demo') };
  },

  async 'site.signIn'(context, { userName, password, acceptedCopy }) {
    const { runtime, now } = context;
    assertReadyForSignIn(runtime);
    if (userName === null && countPeople(runtime.home) !== 1) {
      throw new CallError('invalid-input', failure('site.who-signs-in'));
    }
    const countedAs = userName ?? ONLY_ONE;
    assertMayTry(context, 'door', countedAs);
    const { home, thisComputer } = runtime;
    const unlocked = await unlockWithPassword(home.keyFile, { userName, password }, thisComputer.find);
    if (unlocked.kind === 'refused') throw await wrongPassword(runtime);
    const failures = runtime.delay.succeeded('door', countedAs);
    const site = await openSite(runtime, runtime.home, {
      ...unlocked,
      demo: null,
      shipped: await wholeShippedModels(runtime),
      accepted: acceptedCopy === null ? null : { copy: acceptedCopy, userName: userName ?? PROGRAM },
    });
    const user = userOf(site, { userId: unlocked.userId, userName });
    // Opening may have undone the very change that gave this password.
    if (!user || (unlocked.isInDoubt && !(await isStillTheirs(runtime, site, { userName, password })))) {
      throw await wrongPassword(runtime);
    }
    await renewSlotOf(runtime, site, { user, password, now });
    return { user: signIn(context, site, user, failures > 0 ? `after ${failures} wrong passwords` : '') };
  },

  async 'site.recover'(context, { recoveryCode, userName, newPassword, acceptedCopy }) {
    const { runtime, now } = context;
    assertReadyForSignIn(runtime);
    assertMayTry(context, 'door', RECOVERY);
    const { keyFile } = runtime.home;
    const unlocked = await unlockWithRecoveryCode(keyFile, recoveryCode);
    if (unlocked.kind === 'mistyped') throw new CallError('invalid-input', mistyped(unlocked.fault));
    if (unlocked.kind === 'refused') throw wrongCode(keyFile);
    runtime.delay.succeeded('door', RECOVERY);
    const site = await openSite(runtime, runtime.home, {
      ...unlocked,
      demo: null,
      shipped: await wholeShippedModels(runtime),
      accepted: acceptedCopy === null ? null : { copy: acceptedCopy, userName },
    });
    // Opening may have undone the very change by which this code was confirmed.
    if (unlocked.isInDoubt && (await unlockWithRecoveryCode(keyFile, recoveryCode)).kind !== 'unlocked') {
      throw wrongCode(keyFile);
    }
    const user = findUserByName(site.db, userName);
    if (!user) throw new CallError('not-found', failure('site.nobody-named', { name: userName }));
    await assertGoodPassword(newPassword, [user.name, readSite(site.db)?.name ?? '']);
    await giveNewPassword(runtime, site, { user, newPassword, recoveryCode, now });
    setStartPassword(site.db, user.id, false);
    runtime.delay.succeeded('door', user.name);
    runtime.callers.signOutUser(user.id);
    return { user: signIn(context, site, user, 'with the recovery code') };
  },

  'site.uptime': ({ runtime }) => ({ uptimeMs: runtime.uptimeMs() }),

  'site.signOut'(context) {
    context.runtime.reserve.use(() => recordAction(context, 'site.signOut', ''));
    context.runtime.callers.signOut(context.callerState);
    handOverSessions(context);
    context.runtime.events.emit('site.changed', {});
    return {};
  },
};

/** A session that somebody leaves running waits for the next: the log says who left it, as it will say who took it. */
function handOverSessions(context: SignedInContext): void {
  // In another window of theirs the session may be running still.
  if (context.runtime.callers.isSignedIn(context.user.id)) return;
  for (const sessionId of context.runtime.runningSessions.ofUser(context.user.id)) {
    context.runtime.reserve.use(() => recordAction(context, 'sessions.handOver', sessionId));
  }
}

/** The name under which wrong recovery codes are counted; no user can have it, names being trimmed. */
const RECOVERY = ' recovery ';
/** The same for whoever signs in without a name, being the only one. */
const ONLY_ONE = ' the only one ';

/** How somebody signed in who has the recovery code before their eyes. */
const AFTER_SET_UP = 'after set-up';

interface NewSite {
  readonly folder: SiteFolder;
  readonly demo: DemoFolder | null;
  readonly administrator: { readonly userId: string; readonly userName: string; readonly password: string };
  /** Writes what the new store must hold. */
  readonly fill: (db: WritableDb) => void;
}

/** A damaged model must not keep anybody from signing in: it is refused where it would be used. */
function wholeShippedModels({ options: { modelsDir, log } }: Runtime): Promise<ShippedModel[]> {
  return readShippedModels(modelsDir, (error) =>
    log(`A model that came with the program is left out: ${error.message}`),
  );
}

/** @param prepare Says what is to be made; asked only when a site may be made now. */
async function makeSite(runtime: Runtime, prepare: () => Promise<NewSite>) {
  if (runtime.site?.demo) throw new CallError('conflict', failure('site.demo-open'));
  if (isSetUp(runtime.home)) throw new CallError('conflict', failure('site.already-there'));
  if (runtime.settingUp) throw new CallError('conflict', failure('site.being-made'));
  runtime.settingUp = true;
  try {
    const shipped = await readShippedModels(runtime.options.modelsDir);
    const { folder, demo, administrator, fill } = await prepare();
    try {
      return { folder, demo, shipped, ...(await setUpFolder(folder, administrator, fill)) };
    } catch (error) {
      demo?.discard();
      throw error;
    }
  } finally {
    runtime.settingUp = false;
  }
}

function firstUser(db: WritableDb, who: Pick<User, 'id' | 'name'>): User {
  const added = addUser(db, { ...who, role: 'administrator' });
  if (added.kind !== 'added') throw new Error(`a new store has a user already: ${added.kind}`);
  return added.user;
}

function assertReadyForSignIn(runtime: Runtime): void {
  if (runtime.site?.demo) throw new CallError('conflict', failure('site.demo-open'));
  if (!isSetUp(runtime.home)) throw new CallError('conflict', failure('site.not-there'));
}

function mistyped(fault: MistypedCode['fault']): Failure {
  if (fault.kind === 'length') return failure('site.code-length', { wanted: CODE_SYMBOLS, found: fault.found });
  return fault.kind === 'symbol' ? failure('site.code-symbol', { symbol: fault.found }) : failure('site.code-mistyped');
}

function signIn({ runtime, callerState, now }: CallContext, { db }: OpenSite, user: User | null, how: string): User {
  if (!user) throw new CallError('wrong-password', failure('site.wrong-password'));
  runtime.reserve.use(() => recordAction({ db, user, now }, 'site.signIn', how));
  runtime.callers.signIn(callerState, user.id);
  if (how !== AFTER_SET_UP && firstThingOf(runtime, user) === 'recovery-code') {
    runtime.reserve.use(() => recordByProgram(db, 'site.lacksRecoveryCode', user.name, now));
  }
  expireConsents(runtime);
  expireVideos(runtime);
  eraseAgain(runtime);
  eraseDue(runtime);
  eraseByRule(runtime, { most: MOST_AT_SIGN_IN });
  overwriteWhenQuiet(runtime);
  rekeyWhenDue(runtime);
  runtime.events.emit('site.changed', {});
  return user;
}

function wrongCode(keyFile: string): CallError {
  return new CallError('wrong-password', failure(hasRecoveryCode(keyFile) ? 'site.wrong-code' : 'site.no-code'));
}
