import type { Frame } from '../capture/frame.ts';

/**
 * Tells a picture that stands still from one that is of now.
 *
 * A camera's sensor is noisy and a living face moves. A picture without a changed pixel comes from a capture stick that
 * hangs, a virtual camera's placeholder, a remote window that is frozen. In a film such a picture has been coded, and
 * then it does change, by what coding does: x264, VP8, VP9 and MPEG-2 refine it for as long as it lasts, and it trembles at
 * every key frame.
 */

/**
 * A picture that has not changed for so long stands still. A webcam in the dark gives some five pictures a second and
 * may hand each out several times; a film of one a second is still a film.
 */
export const STANDS_STILL_AFTER_MS = 2500;

/** Two pictures differ when more than one pixel in so many differs by more than so many grey levels in any channel. */
interface Difference {
  readonly levels: number;
  readonly pixelsToOne: number;
}

/**
 * Something has moved. On the demo clip, coded as coarsely as x264 can, 30 times as many pixels differ within two
 * seconds; stills coded in nine ways reach 0.84 of it at their key frames.
 */
const MOTION: Difference = { levels: 24, pixelsToOne: 1000 };

/** More than coding refines from one picture to the next: noise that outlived the coding, or a key frame. */
const NOISE: Difference = { levels: 8, pixelsToOne: 20_000 };

/** Noise is in picture after picture, as far as a slow camera's are not handed out twice; key frames come now and then. */
const LEAST_NOISY_SHARE = 0.4;

/**
 * none: it does not stand still; coded: nothing but what coding changes has changed; exact: no pixel has. A camera may
 * give a coded one of a room where nothing moves, but none of a face that lives.
 */
export type Standstill = 'none' | 'coded' | 'exact';

/** Watches the pictures of one camera, or of one film. */
export class StandingPicture {
  /** The first of those that are the same as the newest. */
  #same: Seen | null = null;
  /** The first of those since which nothing has moved. */
  #unmoved: Seen | null = null;
  #newest: Frame | null = null;
  /** Of the last {@link STANDS_STILL_AFTER_MS}: which of them differed from the one before by more than coding. */
  #noise: { readonly atMs: number; readonly isNoisy: boolean }[] = [];

  /**
   * To be told of every picture, in order.
   *
   * @param frame Kept until another one differs: whoever hands it in leaves its pixels as they are.
   * @param atMs When it was taken up, on the session's clock.
   */
  see(frame: Frame, atMs: number): Standstill {
    const before = this.#newest;
    this.#newest = frame;
    if (!before || !this.#same || !this.#unmoved || !isSame(before, frame)) {
      this.#same = { frame, atMs };
      const hasMoved = !this.#unmoved || differs(this.#unmoved.frame, frame, MOTION);
      if (hasMoved) this.#unmoved = { frame, atMs };
      this.#noise.push({ atMs, isNoisy: hasMoved || !before || differs(before, frame, NOISE) });
    } else {
      this.#noise.push({ atMs, isNoisy: false });
    }
    while (this.#noise[0]!.atMs < atMs - STANDS_STILL_AFTER_MS) this.#noise.shift();
    if (atMs - this.#same!.atMs >= STANDS_STILL_AFTER_MS) return 'exact';
    return atMs - this.#unmoved!.atMs >= STANDS_STILL_AFTER_MS && !this.#isNoisy() ? 'coded' : 'none';
  }

  #isNoisy(): boolean {
    const noisy = this.#noise.filter(({ isNoisy }) => isNoisy).length;
    return noisy >= LEAST_NOISY_SHARE * this.#noise.length;
  }
}

interface Seen {
  readonly frame: Frame;
  readonly atMs: number;
}

function isSame(a: Frame, b: Frame): boolean {
  if (!haveOneSize(a, b)) return false;
  const { length } = a.data;
  for (let at = 0; at < length; at++) if (a.data[at] !== b.data[at]) return false;
  return true;
}

function differs(a: Frame, b: Frame, { levels, pixelsToOne }: Difference): boolean {
  if (!haveOneSize(a, b)) return true;
  const { channels, widthPx, heightPx } = a;
  const [before, now] = [a.data, b.data];
  const most = Math.floor((widthPx * heightPx) / pixelsToOne);
  let count = 0;
  for (let at = 0; at < before.length; at += channels) {
    const isOther =
      Math.abs(before[at]! - now[at]!) > levels ||
      Math.abs(before[at + 1]! - now[at + 1]!) > levels ||
      Math.abs(before[at + 2]! - now[at + 2]!) > levels;
    if (isOther && ++count > most) return true;
  }
  return false;
}

function haveOneSize(a: Frame, b: Frame): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx && a.channels === b.channels;
}
