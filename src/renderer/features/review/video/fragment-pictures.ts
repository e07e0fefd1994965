import { BufferSource, CanvasSink, Input, MATROSKA, WEBM } from 'mediabunny';
import type { VideoFragment } from '../../../../contract/review/videos.ts';
import { call } from '../../../client/client.ts';

/** One picture of a video; its time is the session's. */
export interface VideoPicture {
  readonly atMs: number;
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
}

/** Fragments whose pictures are held: a picture is a megabyte, a fragment up to 40 of them. */
const MOST_HELD = 4;

/**
 * The pictures of a session's video, decoded in memory, a fragment at a time: nothing of it is ever given to the browser as
 * a file, which might put it on the disk.
 */
export class FragmentPictures {
  readonly #sessionId: string;
  readonly #held = new Map<number, Promise<readonly VideoPicture[]>>();

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  /** In order. @throws CallError if the service does not give it, Error if it cannot be decoded. */
  of(fragment: VideoFragment): Promise<readonly VideoPicture[]> {
    const held = this.#held.get(fragment.number);
    const pictures = held ?? this.#decode(fragment);
    this.#held.delete(fragment.number);
    this.#held.set(fragment.number, pictures);
    if (!held) {
      pictures.catch(() => this.#held.delete(fragment.number));
      for (const number of [...this.#held.keys()].slice(0, -MOST_HELD)) this.#held.delete(number);
    }
    return pictures;
  }

  async #decode({ number, fromMs }: VideoFragment): Promise<readonly VideoPicture[]> {
    const { data } = await call('videos.fragment', { sessionId: this.#sessionId, number });
    const input = openFragment(data);
    try {
      const track = await input.getPrimaryVideoTrack();
      if (!track) throw new Error('a fragment without pictures');
      const pictures: VideoPicture[] = [];
      for await (const { canvas, timestamp } of new CanvasSink(track).canvases()) {
        pictures.push({ atMs: fromMs + 1000 * timestamp, canvas });
      }
      return pictures;
    } finally {
      input.dispose();
    }
  }
}

/** @param data A fragment as the service gives it. */
export function openFragment(data: Uint8Array): Input<BufferSource> {
  return new Input({ source: new BufferSource(data), formats: [WEBM, MATROSKA] });
}

/** The picture that is shown at a moment; null before the first. */
export function pictureAt(pictures: readonly VideoPicture[], atMs: number): VideoPicture | null {
  return pictures.findLast((each) => each.atMs <= atMs) ?? null;
}
