import { mkdirSync } from 'node:fs';
import { permission } from '../core/security/roles.ts';
import { interruptRuns } from '../core/store/runs.node.ts';
import { recoverSessions } from '../core/store/sessions.node.ts';
import { closeStore, openStore, type WritableDb } from '../core/store/store.node.ts';
import { findUser, type User } from '../core/store/users.node.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import type { DemoFolder } from './demo-folder.ts';
import { createEventHub, type EventHub } from './event-hub.ts';
import { createExportRuns, type ExportRuns } from './exports-runs.ts';
import { createReadingThread, type ReadingThread } from './reading-thread.ts';
import { removeAllPictures } from './run-pictures.ts';
import { createRunningSessions, type RunningSessions } from './running-sessions.ts';
import { createSeats, type Seat, type Seats } from './seats.ts';
import type { ServiceOptions } from './service-options.ts';
import { registerShippedModels, type ShippedModel } from './shipped-models.ts';
import { createSignInDelay, type SignInDelay } from './sign-in-delay.ts';
import { type SiteFolder, siteFolder } from './site-folder.ts';
import { createTrainings, type Trainings } from './trainings.ts';

/** A site whose store is open. */
export interface OpenSite {
  readonly folder: SiteFolder;
  readonly db: WritableDb;
  /** Reads the store beside the main thread: see reading-thread.ts. */
  readonly reading: ReadingThread;
  /** The data key, needed to give a further user a slot. */
  readonly key: Uint8Array;
  /** The folder to throw away with it, for a demo site. */
  readonly demo: DemoFolder | null;
}

/** All that lasts between calls. */
export interface Desk {
  readonly options: ServiceOptions;
  readonly seats: Seats;
  readonly events: EventHub;
  readonly delay: SignInDelay;
  readonly runningSessions: RunningSessions;
  readonly trainings: Trainings;
  readonly exportRuns: ExportRuns;
  /** The site of the data folder, set up or not. */
  readonly home: SiteFolder;
  /** Open from the first sign-in until nobody is signed in and nothing is trained. */
  site: OpenSite | null;
  /** Calls that have not ended: the store is not closed under them. */
  readonly callsUnderWay: Set<Promise<unknown>>;
  /** True from the moment the program closes: no call is let in any more. */
  closing: boolean;
  /** True while a site is being made. */
  settingUp: boolean;
  close(): Promise<void>;
}

/** @throws DataFolderInUseError */
export function createDesk(options: ServiceOptions): Desk {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDataFolder(options.dataDir, { host: options.host, now: options.now() });
  const seats = createSeats();
  const desk: Desk = {
    options,
    seats,
    events: createEventHub((caller, access) => {
      const role = signedInUser(desk, seats.of(caller))?.role ?? null;
      return permission(access, role).kind === 'allowed';
    }),
    delay: createSignInDelay(),
    runningSessions: createRunningSessions(),
    trainings: createTrainings(options.launchTrainer, () => leaveIfDeserted(desk)),
    exportRuns: createExportRuns(),
    home: siteFolder(options.dataDir),
    site: null,
    callsUnderWay: new Set(),
    closing: false,
    settingUp: false,
    async close() {
      desk.closing = true;
      await Promise.allSettled(desk.callsUnderWay);
      await desk.exportRuns.stopAll();
      seats.signOutUser(null);
      await desk.trainings.stopAll();
      closeSite(desk);
      unlock();
    },
  };
  return desk;
}

/** Who is signed in on a seat, as the store knows them now: a removed user is nobody. */
export function signedInUser(desk: Desk, seat: Seat): User | null {
  return seat.userId !== null && desk.site ? findUser(desk.site.db, seat.userId) : null;
}

/**
 * Opens a site's store, or gives the one that is open. What ran when the program last ended is put right.
 *
 * @param shipped The models that this version of the program brings.
 * @throws The errors of openStore.
 */
export function openSite(
  desk: Desk,
  folder: SiteFolder,
  { key, demo, shipped }: Pick<OpenSite, 'key' | 'demo'> & { readonly shipped: readonly ShippedModel[] },
): OpenSite {
  if (desk.site) return desk.site;
  const now = desk.options.now();
  const db = openStore(folder.storeFile, key);
  try {
    if (!desk.runningSessions.anyAwaited(now.getTime())) {
      desk.runningSessions.clear();
      recoverSessions(db);
    }
    interruptRuns(db);
    removeAllPictures(folder);
    registerShippedModels(db, shipped, now);
  } catch (error) {
    closeStore(db);
    throw error;
  }
  desk.site = { folder, db, key, demo, reading: createReadingThread(folder.storeFile, key) };
  return desk.site;
}

/**
 * Closes the store when nobody is signed in any more and nothing is trained. A demo does not outlast its visitors: its
 * training is stopped, and its folder goes.
 */
export function leaveIfDeserted(desk: Desk): void {
  if (!desk.site || desk.callsUnderWay.size > 0 || desk.seats.anybodySignedIn()) return;
  if (!desk.trainings.any()) closeSite(desk);
  else if (desk.site.demo) void desk.trainings.stopAll();
}

function closeSite(desk: Desk): void {
  if (!desk.site) return;
  const { db, key, demo, reading } = desk.site;
  desk.site = null;
  reading.close();
  closeStore(db);
  key.fill(0);
  if (demo) {
    desk.runningSessions.clear();
    demo.discard();
  }
}
