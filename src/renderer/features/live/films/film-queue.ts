import type { Child } from '../../../../contract/children.ts';
import type { Failure, Reason } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { digestFilm } from '../../../client/digest-film.ts';
import type { RecordingChoice } from '../recording/recording-choice.ts';
import type { RecordingSession } from '../recording/recording-session.ts';
import { isBeingRead } from '../recording/recording-state.ts';
import { PUBLISH_EVERY_MS, Published } from '../shared/published.ts';
import { doubleOf } from './double-of.ts';
import { type FilmQueueState, isReady, NO_FILMS, type QueuedFilm } from './film-queue-state.ts';
import { isSame, keptOf, NOTHING_READ, newFilm, problemOf, restored } from './queued-film.ts';

export interface FilmQueueDependencies {
  readonly call: Client['call'];
  /** Begins to read a film. */
  readonly read: (choice: RecordingChoice) => RecordingSession;
  readonly newId: () => string;
  /** Resolves when this window may ask the service again; rejects when somebody else is signed in, or nobody. */
  readonly untilUnlocked: () => Promise<void>;
}

/** What may be changed of a film that has not been begun. */
type Change = Partial<Pick<QueuedFilm, 'childId' | 'day'>>;

/** What is no fault of the film: it is begun again. */
const LOCKED: readonly Reason[] = ['call.locked'];
const GONE: readonly Reason[] = ['call.not-signed-in', 'window.unreachable'];

/**
 * Many films, read one after the other, each into a session of its own. What fails is said by name and does not hold the rest.
 * The list is kept by the service, in memory, so that it outlives a window that is loaded anew; the files themselves no
 * browser gives back, so that they are chosen again.
 */
export class FilmQueue {
  readonly state = new Published<FilmQueueState>(NO_FILMS, PUBLISH_EVERY_MS);
  readonly #use: FilmQueueDependencies;
  /** Films are looked through one after the other. */
  #checking: Promise<void> = Promise.resolve();
  #keeping: Promise<void> = Promise.resolve();
  #hasKept = false;
  #isWorking = false;
  #children: readonly Child[] = [];
  #recording: RecordingSession | null = null;
  /** The film that is being read is to end here. */
  #isStopped = false;

  constructor(use: FilmQueueDependencies) {
    this.#use = use;
  }

  /** The film that is being read; null between two. */
  get recording(): RecordingSession | null {
    return this.#recording;
  }

  /** Whose films may be read. */
  know(children: readonly Child[]): void {
    this.#children = children;
  }

  /** Takes up the list that the service kept of whoever is signed in, where this window has none. */
  async restore(): Promise<void> {
    if (this.state.current.films.length > 0) return;
    const { films, takesFirstAlone } = await this.#use.call('films.keptList', {});
    if (this.state.current.films.length > 0 || films.length === 0) return;
    const lost = films.filter(({ state }) => state === 'reading');
    this.#hasKept = true;
    this.state.change({
      takesFirstAlone,
      films: films.map(restored),
    });
    // What was stored of a film that was being read stays a session of its own; the film is read again.
    for (const { sessionId } of lost) {
      if (sessionId !== null) await this.#use.call('sessions.stop', { sessionId, durationMs: 0 }).catch(() => {});
    }
    this.#keep();
  }

  /** Nobody's list. */
  clear(): void {
    this.state.change(NO_FILMS);
  }

  /** Adds files to the list, or gives those back to it that it lost when the window was loaded anew. */
  add(files: readonly File[], childId: string | null): void {
    for (const file of files) {
      const lost = this.state.current.films.find((each) => each.file === null && isSame(each, file));
      const id = lost?.id ?? this.#use.newId();
      if (lost) this.#change(id, { file });
      else {
        const film = newFilm(id, file, childId);
        this.state.change({ films: [...this.state.current.films, film] });
      }
      this.#checking = this.#checking.then(() => this.#check(id));
    }
    this.#keep();
  }

  set(id: string, change: Change): void {
    this.#change(id, change);
    this.#keep();
  }

  takeFirstAlone(takesFirstAlone: boolean): void {
    this.state.change({ takesFirstAlone });
    this.#keep();
  }

  /** A film that has been read before is read once more, or one that ended too soon. */
  again(id: string, isAsked = false): void {
    this.#change(id, { state: 'waiting', double: null, outcome: null, isAsked });
    this.#keep();
  }

  /** Takes a film out of the list; of the one that is being read what was read until now stays stored. */
  remove(id: string): void {
    if (this.#film(id)?.state === 'reading') {
      this.#isStopped = true;
      this.#recording?.stop();
      return;
    }
    this.state.change({ films: this.state.current.films.filter((film) => film.id !== id) });
    this.#keep();
  }

  /** Reads all that can be read, in the order of the list. */
  start(): void {
    this.state.change({ isRunning: true, isPaused: false, problem: null });
    void this.#work();
  }

  pause(): void {
    this.#recording?.pause();
    this.state.change({ isPaused: true });
  }

  goOn(): void {
    this.#recording?.goOn();
    this.state.change({ isPaused: false });
    if (this.state.current.isRunning) void this.#work();
  }

  #film(id: string): QueuedFilm | undefined {
    return this.state.current.films.find((film) => film.id === id);
  }

  #change(id: string, part: Partial<QueuedFilm>): void {
    this.state.change({
      films: this.state.current.films.map((film) => (film.id === id ? { ...film, ...part } : film)),
    });
  }

  /** What content the film has, and whether that has been read before. */
  async #check(id: string): Promise<void> {
    const film = this.#film(id);
    if (film?.state !== 'checking' || !film.file) return;
    try {
      const isWanted = () => this.#film(id)?.state === 'checking';
      const sha256 = await digestFilm(this.#use.call, film.file, isWanted);
      if (sha256 === null) return;
      const double = doubleOf({ ...film, sha256 }, this.state.current.films, await this.#use.call('sessions.list', {}));
      this.#change(id, { sha256, double, state: double ? 'double' : 'waiting' });
    } catch (error) {
      this.#change(id, { state: 'failed', outcome: { ...NOTHING_READ, problem: problemOf(error, film) } });
    }
    this.#keep();
    if (this.state.current.isRunning) void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (;;) {
        const { films, isRunning, isPaused } = this.state.current;
        const film = films.find(isReady);
        if (!isRunning || isPaused || !film) break;
        const { problem } = await this.#read(film);
        if (problem) await this.#wait(problem);
      }
    } finally {
      this.#isWorking = false;
    }
    const { films, isPaused } = this.state.current;
    // Films that are still looked through begin by themselves.
    if (!isPaused && !films.some((film) => isReady(film) || film.state === 'checking')) {
      this.state.change({ isRunning: false });
    }
  }

  /** @returns The problem, where it is none of the film's. */
  async #read(film: QueuedFilm): Promise<{ problem: Failure | null }> {
    const child = this.#children.find(({ id }) => id === film.childId);
    if (!child || !film.file) {
      this.#change(film.id, { childId: null });
      return { problem: null };
    }
    this.#change(film.id, { state: 'reading' });
    this.#isStopped = false;
    const recording = this.#use.read({
      child,
      file: film.file,
      liveSessionId: null,
      sha256: film.sha256,
      day: film.day,
      takesFirstAlone: this.state.current.takesFirstAlone && !film.isAsked,
    });
    this.#recording = recording;
    // The page shows what is read now.
    this.state.change({});
    await this.#untilOver(film.id, recording);
    this.#recording = null;
    const { phase, session, problem, speed, atMs, durationMs, ...end } = recording.state.current;
    const isNoFault = session === null && problem !== null && [...LOCKED, ...GONE].includes(problem.reason);
    if (isNoFault) this.#change(film.id, { state: 'waiting' });
    else {
      const state = this.#isStopped ? 'stopped' : phase === 'stored' ? 'stored' : 'failed';
      this.#change(film.id, { state, outcome: { ...end, phase, problem, atMs, durationMs } });
      if (state === 'stored' && speed > 0) this.state.change({ bytesPerMs: film.bytes / (durationMs / speed) });
    }
    this.#keep();
    return { problem: isNoFault ? problem : null };
  }

  /** Resolves when everything that was read is stored. */
  #untilOver(id: string, recording: RecordingSession): Promise<void> {
    return new Promise((resolve) => {
      const hear = () => {
        const { phase, session } = recording.state.current;
        if (session && this.#film(id)?.sessionId !== session.id) {
          this.#change(id, { sessionId: session.id });
          this.#keep();
        }
        if (isBeingRead(phase)) return;
        end();
        resolve();
      };
      const end = recording.state.subscribe(hear);
      hear();
    });
  }

  /** Behind the cover of a locked screen no film is begun; one that is being read is read on. */
  async #wait(problem: Failure): Promise<void> {
    this.state.change({ problem });
    if (!LOCKED.includes(problem.reason)) {
      this.state.change({ isRunning: false });
      return;
    }
    await this.#use.untilUnlocked().then(
      () => this.state.change({ problem: null }),
      () => this.state.change({ isRunning: false }),
    );
  }

  /** The service keeps the list as it is now; a call under way is followed by one with what has changed meanwhile. */
  #keep(): void {
    this.#hasKept = false;
    this.#keeping = this.#keeping.then(async () => {
      if (this.#hasKept) return;
      this.#hasKept = true;
      const { films, takesFirstAlone } = this.state.current;
      // Without it the list is shorter after the window is loaded anew, and nothing else.
      await this.#use.call('films.keepList', { films: films.map(keptOf), takesFirstAlone }).catch(() => {});
    });
  }
}
