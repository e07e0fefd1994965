import type { FrameResult } from '../../../../core/reading/frame-result.ts';

/** A frame and what was read in it, for whoever draws it. */
export interface Picture {
  readonly frame: VideoFrame;
  readonly result: FrameResult;
}

/** Holds the picture that was read last. Its frame stays open until the next one comes: a camera lends only a few. */
export class LastPicture {
  #current: Picture | null = null;

  /** Null before the first frame and after {@link drop}. */
  get current(): Picture | null {
    return this.#current;
  }

  /** Takes the frame over and closes the one before. */
  show(picture: Picture): void {
    this.drop();
    this.#current = picture;
  }

  /** Closes the frame that is held, if there is one. */
  drop(): void {
    this.#current?.frame.close();
    this.#current = null;
  }
}
