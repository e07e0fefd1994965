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

interface Thread {
  readonly group: WorkerGroup<OpenedBytes, FoundFace>;
  /** Images that it was given and has not answered. */
  waiting: number;
  /** Ends with the last of them; never rejects. */
  last: Promise<unknown>;
}

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
  let threads: Thread[] = [];
  let started: Promise<void> | null = null;

  const startAll = async () => {
    const groups = Array.from({ length: count }, () => startWorkerGroup<OpenedBytes, FoundFace>(entry, 1));
    for (const group of await Promise.allSettled(groups)) {
      if (group.status === 'fulfilled') threads.push({ group: group.value, waiting: 0, last: Promise.resolve() });
    }
  };
  /** After what the thread was given before: it has one image at a time. */
  const searchOn = (thread: Thread, image: OpenedBytes): Promise<FoundFace> => {
    const found = thread.last.then(async () => (await thread.group.ask([image]))[0]!);
    thread.last = found.catch(() => undefined);
    return found;
  };

  return {
    atOnce: 2 * count,
    async search(image) {
      started ??= startAll();
      await started;
      const [thread] = threads.toSorted((a, b) => a.waiting - b.waiting);
      if (!thread) return await here.search(image);
      thread.waiting += 1;
      try {
        return await searchOn(thread, image);
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        threads = threads.filter((each) => each !== thread);
        return await here.search(image);
      } finally {
        thread.waiting -= 1;
      }
    },
    async [Symbol.asyncDispose]() {
      await started;
      await Promise.all([...threads.map(({ group }) => group.close()), here[Symbol.asyncDispose]()]);
    },
  };
}
