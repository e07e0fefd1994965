/** Ticks for a window, at the pace in milliseconds that it names: a hidden window's own timers are slowed down. */
self.addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => self.postMessage(null), data);
});
