import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { STANDS_STILL_AFTER_MS } from '../../../../core/reading/standing-picture.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { FrameRecorder } from '../recorder/frame-recorder.ts';

/** A store that did not take a batch is asked again after this time. */
const STORE_AGAIN_MS = 2000;

/** Carries what the pictures of a recording showed into its session. */
export class RecordingStore {
  readonly #recorder: FrameRecorder;
  readonly #say: (problem: Failure | null) => void;
  /** When the picture that was read last began; null before the first. */
  #pictureAtMs: number | null = null;
  /** What is being stored at the moment; batches follow each other. */
  #storing: Promise<void> = Promise.resolve();

  /** @param say Told what the store says while it does not take a batch, and null when it has. */
  constructor(recorder: FrameRecorder, say: (problem: Failure | null) => void) {
    this.#recorder = recorder;
    this.#say = say;
  }

  record({ sample, reason, crop, atMs }: FrameResult): void {
    this.#explainUntil(atMs);
    this.#pictureAtMs = atMs;
    if (sample) this.#recorder.reading(sample, crop);
    else this.#recorder.missing(atMs, reason);
  }

  /** Lets the service know that the recorder is there while there is nothing to tell. */
  sayThere(atMs: number): Promise<void> {
    return this.#recorder.sayThere(atMs);
  }

  /**
   * Resolves when all that was seen until now is on disk, however often the store must be asked.
   *
   * @throws FailureError when the store refuses it.
   */
  store(atMs: number): Promise<void> {
    this.#storing = this.#storing.then(async () => {
      while (!(await this.#recorder.flush(atMs))) {
        const { problem, isRefused } = this.#recorder.status;
        if (problem && isRefused) throw new FailureError(problem);
        this.#say(problem);
        await new Promise((resolve) => setTimeout(resolve, STORE_AGAIN_MS));
      }
      this.#say(null);
    });
    return this.#storing;
  }

  /** The recording ends here. */
  end(durationMs: number): Promise<void> {
    this.#explainUntil(durationMs);
    this.#recorder.endGap(durationMs);
    return this.store(durationMs);
  }

  /** A face is known for a quarter of a second: what is left until the next picture is time without a reading. */
  #explainUntil(atMs: number): void {
    const sinceMs = this.#pictureAtMs;
    if (sinceMs === null) return;
    this.#recorder.unseen(sinceMs, atMs, atMs - sinceMs < STANDS_STILL_AFTER_MS ? 'few-pictures' : 'picture-still');
  }
}
