import { setImmediate } from 'node:timers/promises';

/**
 * Watches a device for what WebGPU does not tell those who compute with it: a call that it refused leaves zeros where
 * results should be, and so does everything on a device that is lost.
 *
 * @returns Tells the first thing that went wrong, or null; see `Engine.failure`.
 */
export function watchDevice(device: GPUDevice): () => Promise<Error | null> {
  let failure: Error | null = null;
  device.addEventListener('uncapturederror', ({ error }) => {
    failure ??= new Error(`the GPU refused a call: ${firstLine(error.message)}`);
  });
  void device.lost.then(({ reason, message }) => {
    failure ??= new Error(`the GPU was lost (${reason}): ${firstLine(message)}`);
  });
  return async () => {
    // The reads that a lost device refuses are heard of first, and the loss itself in the turn after them.
    if (!failure) await setImmediate();
    return failure;
  };
}

/** Without its full stop: it becomes a part of a sentence. */
function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/\.$/, '');
}
