// Longer than 300 lines: one list of all that lasts between calls, and how each of it begins and ends.
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { CallError } from '../../contract/error.ts';
import type { KeptFilms } from '../../contract/films.ts';
import type { DistressLimits } from '../../core/emotion/distress.ts';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import { MOST_REPORT_BYTES } from '../../core/report/seal/verify-report.node.ts';
import { findApprovedModel } from '../../core/store/lab/models.node.ts';
import { MOST_SCAN_BYTES } from '../../core/store/people/scan-type.ts';
import { findUser, type User } from '../../core/store/people/users.node.ts';
import { closeStore, closeUnwritten, type WritableDb } from '../../core/store/store.node.ts';
import { type CallerState, type Callers, createCallers } from './callers.ts';
import type { ClockAnchor, SiteClock } from './clock/clock-state.ts';
import { type Comparisons, createComparisons } from './comparisons/comparisons.ts';
import { type HeldFolder, lockDataFolder } from './data-folder-lock.ts';
import type { DemoFolder } from './demo-folder.ts';
import { createEventHub, type EventHub } from './event-hub.ts';
import { FilmDecoders } from './film-decoders/film-decoders.ts';
import { FilmDigests } from './film-decoders/film-digests.ts';
import { keepIncident } from './incident-log.ts';
import { writeForOwnerOnly } from './keys/owner-only.ts';
import type { RekeyFailure, Rekeying } from './keys/rekeying-state.ts';
import { settleKeys } from './keys/settle-keys.ts';
import { createDatasetChecks, type DatasetChecks } from './lab-jobs/dataset-checks.ts';
import { createIndexRuns, type IndexRuns } from './lab-jobs/indexing.ts';
import { createLabJobs, type LabJobs } from './lab-jobs/lab-jobs.ts';
import { isMachineBusy } from './lab-jobs/machine-busy.ts';
import { createRunReadings, type RunReadings } from './lab-jobs/run-readings.ts';
import { folderToRead, forgetLaidOut } from './lab-jobs/sealed-files.ts';
import { createStudyRuns, type StudyRuns } from './lab-jobs/study-runs.ts';
import { lslOfSite } from './lsl/lsl-of-site.ts';
import type { LslStreams } from './lsl/lsl-streams.ts';
import type { QueryThread } from './query-thread.ts';
import { anchorAudit } from './records/audit-anchor.ts';
import { FilePieces } from './records/file-pieces.ts';
import { Reserve } from './reserve.ts';
import { createExportRuns, type ExportRuns } from './running-exports.ts';
import { createRunningSessions, type RunningSessions } from './running-sessions.ts';
import type { ServiceOptions } from './service-options.ts';
import { firstThingOf } from './sign-in/first-thing.ts';
import { createRefusalCounts, type RefusalCounts } from './sign-in/refusal-counts.ts';
import { createSignInDelay, type SignInDelay } from './sign-in/sign-in-delay.ts';
import { openSignInFile, type SignInFile } from './sign-in/sign-in-file.ts';
import { type SiteFolder, siteFolder } from './site-folder.ts';
import { type ThisComputer, thisComputer } from './this-computer/this-computer.ts';
import { launchingAgain } from './trainings/launch-again.ts';
import type { RunEnd } from './trainings/run-end.ts';
import { createTrainings, type Trainings } from './trainings.ts';
import { KeptAside } from './waiting/kept-aside.ts';

/** A site whose store is open. */
export interface OpenSite {
  readonly folder: SiteFolder;
  readonly db: WritableDb;
  /** Reads the store beside the main thread: see query-thread.ts. */
  readonly queries: QueryThread;
  /** The data key, needed to give a further user a slot. */
  readonly key: Uint8Array;
  /** The folder to throw away with it, for a demo site. */
  readonly demo: DemoFolder | null;
  /** No recovery code opens it: none was confirmed since it was set up, or the last was left out of a change of the keys. */
  lacksRecoveryCode: boolean;
  /** How runs ended whose end the store could not take yet, its disk being full. */
  readonly unwrittenEnds: Map<string, RunEnd>;
  /** The day of the site's calendar on which consents that ran out were last ended; null before the first time. */
  consentsExpiredOn: string | null;
  /** The day on which videos that had been kept long enough were last deleted; null before the first time. */
  videosExpiredOn: string | null;
  /** Of the entry that the file beside the store tells of; null before it was first written. */
  anchoredHash: string | null;
  /** What its store was found to be since it was opened: see opening/found-damaged.ts. */
  damage: CallError | null;
  /** While its pages are checked beside everything else: the file is not written to. */
  checking: Promise<void> | null;
  readonly clock: SiteClock;
}

/** All that lasts between calls. */
export interface Runtime {
  readonly options: ServiceOptions;
  readonly callers: Callers;
  readonly events: EventHub;
  readonly delay: SignInDelay;
  /** What passwords may need beside them. */
  readonly thisComputer: ThisComputer;
  /** What of wrong passwords outlasts the program. */
  readonly signInFile: SignInFile;
  readonly refusalCounts: RefusalCounts;
  readonly runningSessions: RunningSessions;
  /** What lengths of time are measured by: a clock that is set makes no session old. */
  readonly uptimeMs: () => number;
  /** Of models that were read, by the digest of their files: null for one that says nothing of distress. */
  readonly distressLimits: Map<string, DistressLimits | null>;
  readonly trainings: Trainings;
  readonly comparisons: Comparisons;
  readonly exportRuns: ExportRuns;
  /** Films that are decoded for windows, each in a process of its own. */
  readonly filmDecoders: FilmDecoders;
  /** Reports that windows send to be checked. */
  readonly reportPieces: FilePieces;
  /** Scans of consent forms that windows send. */
  readonly scanPieces: FilePieces;
  readonly filmDigests: FilmDigests;
  /** Films that people have still to read, by user. */
  readonly filmLists: Map<string, KeptFilms>;
  /** Jobs in processes of their own, beside trainings. */
  readonly labJobs: LabJobs;
  /** Opens the images of datasets beside everything else. */
  readonly indexRuns: IndexRuns;
  /** Checks the images of datasets. */
  readonly datasetChecks: DatasetChecks;
  /** Reads the images of finished runs. */
  readonly runReadings: RunReadings;
  /** The study that is under way. */
  readonly studyRuns: StudyRuns;
  /** Streams of running sessions for other devices. */
  readonly lsl: LslStreams;
  /** The site of the data folder, set up or not. */
  readonly home: SiteFolder;
  readonly heldFolder: HeldFolder;
  /** Of the home's disk. */
  readonly reserve: Reserve;
  readonly keptAside: KeptAside;
  /** Whether this process has opened the home's store: while it holds the folder nobody else has since. */
  hasOpenedHome: boolean;
  /** When the clock was last right in this process; null before it was looked at. */
  clockAnchor: ClockAnchor | null;
  /** Open from the first sign-in until nobody is signed in and nothing is trained. */
  site: OpenSite | null;
  /** While it is being opened. */
  opening: Promise<OpenSite> | null;
  /** A change of the data key that is under way: calls wait for it. */
  rekeying: Rekeying | null;
  /** The store is written anew beside itself, without what was erased: it is not closed meanwhile. */
  rewriting: Pick<Rekeying, 'done' | 'abort'> | null;
  /** Why the last try to change it failed; null once one has not. */
  rekeyFailure: RekeyFailure | null;
  /** Calls that have not ended: the store is not closed under them. */
  readonly callsUnderWay: Set<Promise<unknown>>;
  /** True from the moment the program closes: no call is let in any more. */
  closing: boolean;
  /** True while a site is being made. */
  settingUp: boolean;
  close(): Promise<void>;
}

/** @throws DataFolderInUseError */
export function createRuntime(options: ServiceOptions): Runtime {
  writeForOwnerOnly();
  makeFolder(options.dataDir, 0o700);
  const home = siteFolder(options.dataDir);
  const reserve = new Reserve(home.reserveFile);
  const heldFolder = reserve.use(() => lockDataFolder(options.dataDir, { host: options.host, now: options.now() }));
  const uptimeMs = options.uptimeMs ?? (() => 1000 * uptime());
  const callers = createCallers(uptimeMs, (files) => {
    // A thread that ends meanwhile has let go of them, too.
    runtime.site?.queries.run('leave-files', { files }).catch(() => undefined);
  });
  settleKeys(home);
  const signInFile = openSignInFile(home.signInFile, options.log);
  const labJobs = createLabJobs(options.launchLabJob, () => leaveIfDeserted(runtime));
  const runtime: Runtime = {
    options,
    callers,
    events: createEventHub((caller) => {
      const callerState = callers.of(caller);
      const user = callerState.isLocked ? null : signedInUser(runtime, callerState);
      return user && firstThingOf(runtime, user) ? null : user;
    }),
    delay: createSignInDelay({
      file: signInFile,
      uptimeMs,
      now: options.now,
      isSessionRunning: () => runtime.runningSessions.any(),
    }),
    thisComputer: thisComputer(home.thisComputerFile, options.computerSecrets),
    signInFile,
    refusalCounts: createRefusalCounts(uptimeMs),
    runningSessions: createRunningSessions(),
    distressLimits: new Map(),
    uptimeMs,
    trainings: createTrainings(
      launchingAgain(
        (job) => {
          runtime.indexRuns.yieldMachine();
          return options.launchTrainer(job);
        },
        () => options.now().getTime(),
      ),
      () => {
        runtime.indexRuns.wake();
        leaveIfDeserted(runtime);
      },
    ),
    comparisons: createComparisons(labJobs, () => leaveIfDeserted(runtime)),
    exportRuns: createExportRuns(),
    filmDecoders: new FilmDecoders(options.launchFilmDecoder),
    reportPieces: new FilePieces(MOST_REPORT_BYTES),
    scanPieces: new FilePieces(MOST_SCAN_BYTES),
    filmDigests: new FilmDigests(),
    filmLists: new Map(),
    labJobs,
    indexRuns: createIndexRuns({
      labJobs,
      db: () => (runtime.closing || runtime.rekeying ? null : (runtime.site?.db ?? null)),
      dataDir: options.dataDir,
      model: () => modelInUse(runtime),
      folderToRead: (dataset, isWanted) => folderToRead(runtime.site!, dataset, isWanted),
      forgetLaidOut: (datasetId) => runtime.site && forgetLaidOut(runtime.site.folder, datasetId),
      isMachineBusy: () => isMachineBusy(runtime),
      uptimeMs: () => runtime.uptimeMs(),
      now: options.now,
      emit: (event, data) => runtime.events.emit(event, data as never),
      reportIncident: (error) =>
        keepIncident((runtime.site?.folder ?? runtime.home).logDir, {
          during: 'indexing a dataset',
          error,
          ...options,
        }),
      onIdle: () => leaveIfDeserted(runtime),
    }),
    datasetChecks: createDatasetChecks(labJobs),
    runReadings: createRunReadings(labJobs),
    studyRuns: createStudyRuns(labJobs, {
      isSessionRunning: () => runtime.runningSessions.any(),
      onIdle: () => leaveIfDeserted(runtime),
    }),
    lsl: lslOfSite(options, () => runtime),
    home,
    heldFolder,
    reserve,
    keptAside: new KeptAside(home.keptAsideFile),
    hasOpenedHome: false,
    clockAnchor: null,
    site: null,
    opening: null,
    rekeying: null,
    rewriting: null,
    rekeyFailure: null,
    callsUnderWay: new Set(),
    closing: false,
    settingUp: false,
    async close() {
      runtime.closing = true;
      // A film that is being decoded does not hold the program.
      runtime.filmDecoders.endAll();
      runtime.rekeying?.abort();
      await runtime.rekeying?.done;
      runtime.rewriting?.abort();
      await runtime.rewriting?.done;
      await Promise.allSettled(runtime.callsUnderWay);
      await runtime.exportRuns.stopAll();
      callers.signOutUser(null);
      await Promise.all([
        runtime.comparisons.stopAll(),
        runtime.trainings.stopAll(),
        runtime.indexRuns.stopAll(),
        runtime.studyRuns.stopAll(),
      ]);
      await labJobs.stopAll();
      closeSite(runtime);
      heldFolder.letGo();
    },
  };
  runtime.runningSessions.watchEnds((sessionId) => runtime.lsl.close(sessionId));
  runtime.runningSessions.watch((running) => {
    if (running) {
      runtime.indexRuns.yieldMachine();
      runtime.studyRuns.yieldToSession();
    } else for (const each of [runtime.indexRuns, runtime.studyRuns]) each.wake();
  });
  return runtime;
}

/** Where the model in use lies; null when there is none. */
function modelInUse({ options, site }: Runtime): { readonly dir: string; readonly digest: string | null } | null {
  const model = site && findApprovedModel(site.db);
  if (!model) return null;
  const { origin, dir, digest } = model;
  return { dir: join(origin === 'shipped' ? options.modelsDir : site.folder.modelsDir, dir), digest };
}

/** Who is signed in on a callerState, as the store knows them now: a removed user is nobody. */
export function signedInUser(runtime: Runtime, callerState: CallerState): User | null {
  return callerState.userId !== null && runtime.site ? findUser(runtime.site.db, callerState.userId) : null;
}

/**
 * Closes the store when nobody is signed in any more and nothing is under way. A demo does not outlast its visitors: what
 * is under way is stopped, and its folder goes.
 */
export function leaveIfDeserted(runtime: Runtime): void {
  if (!runtime.site || runtime.rekeying || runtime.rewriting) return;
  if (runtime.callsUnderWay.size > 0 || runtime.callers.anybodySignedIn()) return;
  // A comparison is short, and whoever asked for it is gone.
  void runtime.comparisons.stopAll();
  const working = [
    runtime.trainings,
    runtime.comparisons,
    runtime.indexRuns,
    runtime.studyRuns,
    runtime.labJobs,
  ].filter((each) => each.any());
  if (working.length === 0) closeSite(runtime);
  else if (runtime.site.demo) for (const each of working) void each.stopAll();
}

function closeSite(runtime: Runtime): void {
  if (!runtime.site) return;
  anchorAudit(runtime);
  runtime.lsl.closeAll();
  const { db, key, demo, queries, damage, checking, folder } = runtime.site;
  runtime.site = null;
  runtime.comparisons.clear();
  runtime.filmLists.clear();
  void queries.close();
  // What was not checked to its end is checked at the door of the next opening, for the log that is left.
  if (damage || checking) closeUnwritten(db, folder.storeFile, key);
  else closeStore(db);
  key.fill(0);
  if (demo) {
    runtime.runningSessions.clear();
    demo.discard();
  }
}
