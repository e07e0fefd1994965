import { loadFaceNetsFromPackage } from '../../../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../../../capture/nets/face-nets.ts';
import { entryBeside } from '../../../engine/entry-beside.node.ts';
import { wasmWorkerCount } from '../../../engine/wasm-workers/worker-count.node.ts';
import { startWorkerGroup, type WorkerGroup, WorkerLostError } from '../../../engine/wasm-workers/worker-group.node.ts';
import type { FoundFace } from '../find-face.ts';
import { type OpenedBytes, searchImage } from './search-image.node.ts';

/** Searches images for faces, on as many threads as pay. */
export interface FaceSearcher extends AsyncDisposable {
  /** How many images should be under way for all threads to be busy. */
  readonly atOnce: number;
  search(image: OpenedBytes): Promise<FoundFace>;
}

type Thread = WorkerGroup<OpenedBytes, FoundFace>;

/** A thread takes some two seconds to start and 150 MB: for fewer images it does not pay. */
const IMAGES_OF_A_THREAD = 40;
/** While one image is searched, the next are being read and decoded. */
const IN_THIS_THREAD_AT_ONCE = 4;

/**
 * The threads start with the first image that has to be searched. Each has a wasm engine of its own, so that a face is the same
 * bits wherever it is found. A thread that is lost, for want of memory perhaps, is done without, and its image is searched here.
 *
 * The engine of this thread must be wasm: see engine/on-wasm.
 *
 * @param most Images that may come.
 * @param threads At most; as many as a training on wasm uses.
 * @returns Caller disposes.
 * @throws RangeError as `wasmWorkerCount`.
 */
export function openFaceSearcher(
  most: number,
  threads = wasmWorkerCount(),
  entry = entryBeside(import.meta.url, './search-worker.node.ts'),
): FaceSearcher {
  const count = Math.min(threads, Math.floor(most / IMAGES_OF_A_THREAD));
  const here = inThisThread();
  return count < 2 ? here : onThreads(count, entry, here);
}

function inThisThread(): FaceSearcher {
  let nets: Promise<FaceNets> | null = null;
  return {
    atOnce: IN_THIS_THREAD_AT_ONCE,
    async search(image) {
      nets ??= loadFaceNetsFromPackage();
      return await searchImage(await nets, image);
    },
    async [Symbol.asyncDispose]() {
      (await nets?.catch(() => null))?.dispose();
    },
  };
}

function onThreads(count: number, entry: string, here: FaceSearcher): FaceSearcher {
  const all: Thread[] = [];
  const idle: Thread[] = [];
  const waiting: (() => void)[] = [];
  let started: Promise<void> | null = null;

  const startAll = async () => {
    const groups = Array.from({ length: count }, () => startWorkerGroup<OpenedBytes, FoundFace>(entry, 1));
    for (const group of await Promise.allSettled(groups)) if (group.status === 'fulfilled') all.push(group.value);
    idle.push(...all);
  };
  const take = async (): Promise<Thread | null> => {
    while (all.length > 0) {
      const thread = idle.pop();
      if (thread) return thread;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return null;
  };
  const drop = (thread: Thread) => {
    all.splice(all.indexOf(thread), 1);
    void thread.close();
  };

  return {
    atOnce: 2 * count,
    async search(image) {
      started ??= startAll();
      await started;
      const thread = await take();
      if (!thread) return await here.search(image);
      let isLost = false;
      try {
        const [found] = await thread.ask([image]);
        return found!;
      } catch (error) {
        isLost = error instanceof WorkerLostError;
        if (!isLost) throw error;
        drop(thread);
        return await here.search(image);
      } finally {
        if (!isLost) idle.push(thread);
        // Where the last thread was lost, nobody is to wait for it.
        if (all.length === 0) for (const wake of waiting.splice(0)) wake();
        else waiting.shift()?.();
      }
    },
    async [Symbol.asyncDispose]() {
      await started;
      await Promise.all([...all.splice(0).map((thread) => thread.close()), here[Symbol.asyncDispose]()]);
    },
  };
}
