import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { MAX_HOLD_MS } from '../../../../core/timeline/covered-time.ts';
import { GapRecorder } from '../../../../core/timeline/gap-recorder.ts';
import type { Client } from '../../../client/create-client.ts';
import { type Batch, Outbox, type OutboxStatus } from './outbox.ts';

export interface FrameRecorderOptions {
  readonly sessionId: string;
  /** Tells the service this recorder from that of another window. */
  readonly recorderId: string;
  /** No batch of this number, or of a higher one, is stored. */
  readonly firstBatch?: number;
  readonly call: Client['call'];
}

/**
 * Carries to the store what the frames of a session showed, live or from a recording: every reading, every gap with its
 * reason, and pictures of the face where they are kept. Times are those of the session's clock.
 */
export class FrameRecorder {
  readonly #gaps = new GapRecorder();
  readonly #outbox: Outbox;

  constructor({ sessionId, recorderId, firstBatch = 0, call }: FrameRecorderOptions) {
    this.#outbox = new Outbox(
      ({ samples, ...batch }) =>
        call('sessions.append', {
          sessionId,
          recorderId,
          ...batch,
          samples: samples.map((sample) => ({ ...sample, probabilities: [...sample.probabilities] })),
        }),
      { firstBatch },
    );
  }

  /** Why there is no reading now; null when there is one. */
  get gapReason(): GapReason | null {
    return this.#gaps.reason;
  }

  get status(): OutboxStatus {
    return this.#outbox.status;
  }

  /**
   * @param crop The face as the model read it, when it is to be kept.
   * @returns False when so much is waiting already that the reading was refused: its time is a gap "interrupted".
   */
  reading(sample: Sample, crop: Uint8Array<ArrayBuffer> | null): boolean {
    if (!this.#outbox.addSample(sample)) {
      this.missing(sample.atMs, 'interrupted');
      return false;
    }
    if (crop) this.#outbox.addCrop({ atMs: sample.atMs, grey: crop });
    this.#gaps.reading(sample.atMs);
    return true;
  }

  missing(atMs: number, reason: GapReason): void {
    this.#gaps.missing(atMs, reason);
  }

  /** Lets the service know that the recorder is there while there is nothing to tell. */
  sayThere(atMs: number): Promise<void> {
    return this.#outbox.sendNothing(atMs);
  }

  /**
   * Nothing was looked at between the picture at `sinceMs` and the moment `atMs`, for this reason. What a reading at
   * `sinceMs` speaks for is left out.
   */
  unseen(sinceMs: number, atMs: number, reason: GapReason): void {
    this.#gaps.between(sinceMs + MAX_HOLD_MS, atMs, reason);
  }

  /** Ends the gap that goes on, if there is one: the session ends here, or may. */
  endGap(atMs: number): void {
    this.#gaps.close(atMs);
  }

  /** Sends what is due. To be called several times a second; it never waits. */
  pump(atMs: number): void {
    this.#handOverGaps();
    this.#outbox.pump(atMs);
  }

  /**
   * Sends all there is.
   *
   * @returns False when the store did not take everything, which then still waits: call again.
   */
  flush(atMs: number): Promise<boolean> {
    this.#handOverGaps();
    return this.#outbox.flush(atMs);
  }

  /** All that waits; it goes on waiting. */
  copy(atMs: number): Batch[] {
    this.#handOverGaps();
    return this.#outbox.copy(atMs);
  }

  #handOverGaps(): void {
    this.#outbox.addGaps(this.#gaps.take());
  }
}
