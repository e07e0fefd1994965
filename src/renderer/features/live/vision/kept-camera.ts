import type { Camera } from './open-camera.ts';

/**
 * A lost camera is opened again after the first of these, then less and less often. Not at once: the worker must have
 * come to the end of its old frames, and a camera just plugged in needs a moment.
 */
const RETRY_FIRST_MS = 1000;
const RETRY_LONGEST_MS = 10_000;

export interface KeptCameraOptions {
  /**
   * @param silences How often it was open and gave no picture.
   * @throws CameraError
   */
  readonly open: (silences: number) => Promise<Camera>;
  /** A clock that never goes back, in milliseconds. */
  readonly atMs: () => number;
  readonly events: KeptCameraEvents;
}

export interface KeptCameraEvents {
  /** It is open, the first time or again: its frames are to be taken before it begins to run. */
  onOpen(camera: Camera): void;
  onLost(): void;
  /** It gives pictures again, this long after it was lost. */
  onBack(camera: Camera, awayMs: number): void;
  /** It could not be opened again; the next attempt comes by itself. */
  onStillAway(error: unknown): void;
}

/** The camera of a session. When it is lost, it is opened again and again until it gives pictures or is closed. */
export class KeptCamera {
  readonly #use: KeptCameraOptions;
  #camera: Camera | null = null;
  #isPaused = false;
  #isClosed = false;
  #reopening: Promise<void> | null = null;
  /** Why it could not be opened again the last time; null when it could. */
  #problem: unknown = null;
  /** Null while it is not lost. */
  #lostAtMs: number | null = null;
  /** Since when it is open again while its first picture is waited for. */
  #awaitedSinceMs: number | null = null;
  #silences = 0;
  #retryAtMs = 0;
  #retryAfterMs = RETRY_FIRST_MS;

  constructor(options: KeptCameraOptions) {
    this.#use = options;
  }

  /**
   * Opens it; it runs from {@link begin} on. If this was closed meanwhile, the camera is given back at once.
   *
   * @throws CameraError
   */
  async open(): Promise<Camera> {
    const camera = await this.#use.open(this.#silences);
    if (this.#isClosed) camera.close();
    else this.#camera = camera;
    return camera;
  }

  /** Lets it run once it is open; does nothing if it was closed meanwhile. */
  async begin(): Promise<void> {
    if (this.#camera) await this.#run(this.#camera);
  }

  /** It gives no picture any more. When the system itself says so, this need not be called. */
  lose(): void {
    if (this.#isClosed || this.#isAway) return;
    this.#drop();
    if (this.#lostAtMs === null) {
      this.#lostAtMs = this.#use.atMs();
      this.#retryIn(RETRY_FIRST_MS);
      this.#use.events.onLost();
    } else this.#retryLater();
  }

  /** It is open and gives no picture, though it does not say so. */
  isSilent(): void {
    if (this.#isClosed || this.#isAway) return;
    this.#silences++;
    this.lose();
  }

  /**
   * A picture came.
   *
   * @param atMs When it was taken up.
   * @returns False for one of before the camera was lost.
   */
  picture(atMs: number): boolean {
    if (this.#lostAtMs === null) return true;
    if (!this.#camera || this.#awaitedSinceMs === null || atMs < this.#awaitedSinceMs) return false;
    this.#isBack(this.#camera, this.#lostAtMs);
    return true;
  }

  /** Something about the cameras has changed: this one may be back. */
  retrySoon(): void {
    this.#retryAfterMs = RETRY_FIRST_MS;
    this.#retryAtMs = Math.min(this.#retryAtMs, this.#use.atMs() + RETRY_FIRST_MS);
  }

  /** Opens it again when it is time to. To be called several times a second. */
  tick(): void {
    if (this.#use.atMs() >= this.#retryAtMs) void this.reopen();
  }

  /** Opens it again now, if it is lost. Never rejects. */
  async reopen(): Promise<void> {
    const lostAtMs = this.#lostAtMs;
    if (this.#reopening || this.#isClosed || lostAtMs === null || !this.#isAway) return;
    this.#reopening = this.#openAgain(lostAtMs);
    await this.#reopening;
    this.#reopening = null;
  }

  async #openAgain(lostAtMs: number): Promise<void> {
    this.#problem = null;
    try {
      const camera = await this.open();
      if (this.#isClosed) return;
      this.#awaitedSinceMs = this.#use.atMs();
      await this.#run(camera);
      camera.setPaused(this.#isPaused);
      // During a pause no picture would come.
      if (this.#isPaused && this.#camera) this.#isBack(camera, lostAtMs);
    } catch (error) {
      this.#problem = error;
      this.#drop();
      this.#retryLater();
      this.#use.events.onStillAway(error);
    }
  }

  /**
   * Gives it back and opens another, which `open` means by now. Where that fails it is lost, and tried again like any.
   *
   * @returns Why it could not be opened; null when it is open. To be called during a pause, in which no picture is waited for.
   */
  async change(): Promise<unknown> {
    await this.#reopening;
    if (this.#isClosed) return null;
    this.#drop();
    this.#lostAtMs ??= this.#use.atMs();
    this.#silences = 0;
    this.#retryIn(RETRY_FIRST_MS);
    await this.reopen();
    return this.#problem;
  }

  /** Also for a camera that comes back meanwhile. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#camera?.setPaused(isPaused);
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
  }

  async #run(camera: Camera): Promise<void> {
    camera.onLost(() => {
      if (camera === this.#camera) this.lose();
    });
    this.#use.events.onOpen(camera);
    await camera.begin();
  }

  /** Lost, and not open either. */
  get #isAway(): boolean {
    return this.#lostAtMs !== null && this.#awaitedSinceMs === null;
  }

  #isBack(camera: Camera, lostAtMs: number): void {
    this.#lostAtMs = null;
    this.#awaitedSinceMs = null;
    this.#use.events.onBack(camera, this.#use.atMs() - lostAtMs);
  }

  #retryLater(): void {
    this.#retryIn(Math.min(2 * this.#retryAfterMs, RETRY_LONGEST_MS));
  }

  #retryIn(afterMs: number): void {
    this.#retryAfterMs = afterMs;
    this.#retryAtMs = this.#use.atMs() + afterMs;
  }

  #drop(): void {
    this.#camera?.close();
    this.#camera = null;
    this.#awaitedSinceMs = null;
  }
}
