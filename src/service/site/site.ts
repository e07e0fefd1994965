import manifest from '../../../package.json' with { type: 'json' };
import { CallError } from '../../contract/error.ts';
import { setKeySlot, unlockWithPassword, unlockWithRecoveryCode } from '../../core/security/key-slots.node.ts';
import { CODE_SYMBOLS, type MistypedCode } from '../../core/security/recovery-code.ts';
import { addUser, findUserByName, listUsers, type User } from '../../core/store/people/users.node.ts';
import { readSite, writeSite } from '../../core/store/site.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import type { CallContext, Handlers, SignedInContext } from '../runtime/call-context.ts';
import { type DemoFolder, makeDemoFolder } from '../runtime/demo-folder.ts';
import { expireConsents } from '../runtime/ended-consents.ts';
import { readShippedModels, type ShippedModel } from '../runtime/models/shipped-models.ts';
import { recordAction } from '../runtime/record-action.ts';
import { type OpenSite, openSite, type Runtime, signedInUser } from '../runtime/runtime.ts';
import { isSetUp, type SiteFolder, setUpFolder, userNamesOf } from '../runtime/site-folder.ts';
import { expireVideos } from '../runtime/videos/video-setting.ts';
import { fillDemo, readDemoMaterial } from './demo.ts';
import { assertMayTry } from './may-try.ts';

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
    const inDemo = user !== null && Boolean(runtime.site?.demo);
    return {
      state: user ? 'open' : isSetUp(runtime.home) ? 'locked' : 'new',
      siteName: user && runtime.site ? (readSite(runtime.site.db)?.name ?? null) : null,
      demo: inDemo,
      user,
      isLocked: user !== null && callerState.isLocked,
      userNames: inDemo ? [user.name] : userNamesOf(runtime.home),
      host: runtime.options.host,
      version: manifest.version,
    };
  },

  async 'site.setUp'(context, { siteName, administrator, password }) {
    const { runtime, now } = context;
    const made = await makeSite(runtime, async () => ({
      demo: null,
      folder: runtime.home,
      administrator: { userName: administrator, password },
      fill(db) {
        writeSite(db, { name: siteName, demo: false });
        recordAction({ db, user: firstUser(db, administrator), now }, 'site.setUp', '');
      },
    }));
    const site = openSite(runtime, runtime.home, made);
    return { user: signIn(context, site, administrator, 'after set-up'), recoveryCode: made.recoveryCode };
  },

  async 'site.openDemo'(context) {
    const { runtime, now } = context;
    if (!runtime.site?.demo) {
      const made = await makeSite(runtime, async () => {
        const material = await readDemoMaterial(runtime.options.resourcesDir);
        const demo = makeDemoFolder({ host: runtime.options.host, now });
        return {
          demo,
          folder: demo.folder,
          administrator: { userName: material.administrator, password: crypto.randomUUID() },
          fill: (db) => fillDemo({ db, user: firstUser(db, material.administrator), now }, material),
        };
      });
      openSite(runtime, made.folder, made);
    }
    const site = runtime.site!;
    return { user: signIn(context, site, listUsers(site.db)[0]!.name, 'to the demo') };
  },

  async 'site.signIn'(context, { userName, password, acceptedCopy }) {
    const { runtime } = context;
    assertReadyForSignIn(runtime);
    assertMayTry(context, userName);
    const unlocked = await unlockWithPassword(runtime.home.keyFile, { userName, password });
    if (unlocked.kind === 'refused') throw new CallError('wrong-password', failure('site.wrong-password'));
    const failures = runtime.delay.succeeded(userName);
    const site = openSite(runtime, runtime.home, {
      ...unlocked,
      demo: null,
      shipped: await wholeShippedModels(runtime),
      accepted: acceptedCopy === null ? null : { copy: acceptedCopy, userName },
    });
    return { user: signIn(context, site, userName, failures > 0 ? `after ${failures} wrong passwords` : '') };
  },

  async 'site.recover'(context, { recoveryCode, userName, newPassword, acceptedCopy }) {
    const { runtime } = context;
    assertReadyForSignIn(runtime);
    assertMayTry(context, RECOVERY);
    const unlocked = await unlockWithRecoveryCode(runtime.home.keyFile, recoveryCode);
    if (unlocked.kind === 'mistyped') throw new CallError('invalid-input', mistyped(unlocked.fault));
    if (unlocked.kind === 'refused') throw new CallError('wrong-password', failure('site.wrong-code'));
    runtime.delay.succeeded(RECOVERY);
    const site = openSite(runtime, runtime.home, {
      ...unlocked,
      demo: null,
      shipped: await wholeShippedModels(runtime),
      accepted: acceptedCopy === null ? null : { copy: acceptedCopy, userName },
    });
    const user = findUserByName(site.db, userName);
    if (!user) throw new CallError('not-found', failure('site.nobody-named', { name: userName }));
    await setKeySlot(runtime.home.keyFile, site.key, { userName: user.name, password: newPassword });
    runtime.delay.succeeded(user.name);
    runtime.callers.signOutUser(user.id);
    return { user: signIn(context, site, user.name, 'with the recovery code') };
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

interface NewSite {
  readonly folder: SiteFolder;
  readonly demo: DemoFolder | null;
  readonly administrator: { readonly userName: string; readonly password: string };
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

function firstUser(db: WritableDb, name: string): User {
  const added = addUser(db, { name, role: 'administrator' });
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

function signIn({ runtime, callerState, now }: CallContext, { db }: OpenSite, userName: string, how: string): User {
  const user = findUserByName(db, userName);
  if (!user) throw new CallError('wrong-password', failure('site.wrong-password'));
  runtime.reserve.use(() => recordAction({ db, user, now }, 'site.signIn', how));
  runtime.callers.signIn(callerState, user.id);
  expireConsents(runtime);
  expireVideos(runtime);
  runtime.events.emit('site.changed', {});
  return user;
}
