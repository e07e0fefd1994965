import { conceal, type Patches, patchesOf, shownOf } from '../../../../core/reading/conceal.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import { FragmentEncoder } from './fragment-encoder.ts';
import type { FromVideo, ToVideo } from './video-messages.ts';

/**
 * The worker that encodes video, beside the one that reads. All but the child's head is made unrecognisable here, before
 * anything is encoded.
 */

/**
 * The hidden part changes no more often: what moves over the patches would otherwise tell, picture by picture, more than
 * one picture does.
 */
const PATCHES_EVERY_MS = 1000;

const post = (message: FromVideo, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

let encoder: FragmentEncoder | null = null;
let patches: { readonly of: Patches; readonly atMs: number } | null = null;
let latestMs = Number.NEGATIVE_INFINITY;
let working: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ToVideo>) => {
  working = working.then(() => obey(data)).catch((error) => post({ kind: 'failed', failure: windowFailure(error) }));
});

async function obey(message: ToVideo): Promise<void> {
  if (message.kind === 'frame') {
    try {
      await add(message.pixels, message.result);
    } finally {
      post({ kind: 'taken' });
    }
    return;
  }
  await encoder?.flush();
  encoder?.close();
  encoder = null;
  post({ kind: 'ended' });
}

async function add({ frame, scale }: Grabbed, result: FrameResult): Promise<void> {
  const { atMs } = result;
  if (atMs <= latestMs) return;
  latestMs = atMs;
  if (encoder && !encoder.fits(frame)) {
    await encoder.flush();
    encoder.close();
    encoder = null;
  }
  encoder ??= await FragmentEncoder.create(frame, (fragment) =>
    post({ kind: 'fragment', fragment }, [fragment.data.buffer]),
  );
  if (!patches || atMs - patches.atMs >= PATCHES_EVERY_MS) patches = { of: patchesOf(frame), atMs };
  const data = conceal(frame, patches.of, shownOf(result, scale));
  await encoder.add({ ...frame, data }, atMs);
}
