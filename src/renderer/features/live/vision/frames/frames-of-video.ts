/**
 * A video element gives its pictures so often at most where the window is hidden; no camera here gives more than 30 a
 * second.
 */
const ASK_EVERY_MS = 1000 / 30;

/**
 * The pictures that a video element shows, as frames: for browsers that hand a worker no frames of a camera's track.
 *
 * The element tells of each new picture as it draws it. In a hidden window nothing is drawn, and the window's own timers
 * come once a second; a worker's timer goes on, so that it asks the element instead.
 *
 * @param video Begun, paused and emptied by the caller.
 * @param ended Ends the stream.
 */
export function framesOfVideo(video: HTMLVideoElement, ended: AbortSignal): ReadableStream<VideoFrame> {
  const clock = new Worker(new URL('./frame-clock-worker.ts', import.meta.url), {
    type: 'module',
    name: 'frame-clock',
  });
  clock.postMessage(ASK_EVERY_MS);
  let askedAtSeconds = Number.NaN;
  let wake: (() => void) | null = null;
  clock.addEventListener('message', () => {
    if (document.hidden && video.currentTime !== askedAtSeconds) wake?.();
  });
  return new ReadableStream<VideoFrame>(
    {
      start(controller) {
        const end = () => {
          clock.terminate();
          controller.close();
          wake?.();
        };
        if (ended.aborted) end();
        else ended.addEventListener('abort', end, { once: true });
      },
      async pull(controller) {
        do {
          await new Promise<void>((resolve) => {
            wake = resolve;
            video.requestVideoFrameCallback(() => resolve());
          });
          if (ended.aborted) return;
        } while (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA);
        askedAtSeconds = video.currentTime;
        controller.enqueue(new VideoFrame(video));
      },
      cancel: () => clock.terminate(),
    },
    { highWaterMark: 0 },
  );
}
