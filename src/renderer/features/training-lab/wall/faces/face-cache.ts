/** Bytes of a face: 60 x 60 grey. */
export const FACE_PX = 60;
const FACE_BYTES = FACE_PX * FACE_PX;

/** Faces that are asked for at once. */
export const PAGE_FACES = 256;

/** What the cache may hold, about 37 MB: forty times what a large window shows. */
const MOST_PAGES = 40;

/** As far as a pace is believed. */
const MOST_PAGES_AHEAD = 24;

/** Further questions wait, so that what is wanted now is not behind what was wanted before. */
const MOST_UNDER_WAY = 2;

/** Pages beyond where the screen will be, while answers cannot keep up: the forecast is no better. */
const MARGIN_PAGES = 2;

/** Faces of a long list, in pages that are fetched where somebody looks, and forgotten where nobody has for long. */
export interface FaceCache {
  /** The page that holds these faces, in the order of the list; null until it is there. */
  page(page: number): Uint8Array | null;
  /** Says which faces are looked at, by their places in the list; what lies around them is fetched afterwards. */
  look(from: number, to: number): void;
  /** @returns The function that ends it. */
  watch(onPage: () => void): () => void;
  /** Pages that are there. */
  size(): number;
  /** Fetches nothing more until somebody looks again. */
  rest(): void;
}

/**
 * @param fetchFaces Gives [keys, 60, 60] grey.
 * @param now In milliseconds, by a clock that nobody sets.
 */
export function createFaceCache(
  keys: Uint32Array,
  fetchFaces: (keys: Uint32Array<ArrayBuffer>) => Promise<Uint8Array>,
  onError: (error: unknown) => void,
  now: () => number = () => performance.now(),
): FaceCache {
  const pages = new Map<number, Uint8Array>();
  const underWay = new Set<number>();
  const watchers = new Set<() => void>();
  const pageCount = Math.ceil(keys.length / PAGE_FACES);
  let wanted: readonly number[] = [];
  /** How long the last page took. */
  let fetchMs = 0;
  let looked = { from: 0, atMs: now() };

  function next(): void {
    while (underWay.size < MOST_UNDER_WAY) {
      const page = wanted.find((each) => !pages.has(each) && !underWay.has(each));
      if (page === undefined) return;
      void load(page);
    }
  }

  async function load(page: number): Promise<void> {
    underWay.add(page);
    const fromMs = now();
    try {
      const faces = await fetchFaces(Uint32Array.from(keys.subarray(page * PAGE_FACES, (page + 1) * PAGE_FACES)));
      fetchMs = now() - fromMs;
      pages.set(page, faces);
      forget();
      for (const tell of watchers) tell();
    } catch (error) {
      // Asked for again with the next look; at once would be a storm of questions to a host that is gone.
      wanted = [];
      onError(error);
    } finally {
      underWay.delete(page);
      next();
    }
  }

  /** The oldest go, but none of those that are wanted now. */
  function forget(): void {
    for (const page of pages.keys()) {
      if (pages.size <= MOST_PAGES) return;
      if (!wanted.includes(page)) pages.delete(page);
    }
  }

  /** How many pages somebody will have gone on by the time a page asked for now is there; negative upwards. */
  function pagesAhead(from: number): number {
    const atMs = now();
    const facesAMs = (from - looked.from) / Math.max(1, atMs - looked.atMs);
    looked = { from, atMs };
    const ahead = Math.round((facesAMs * fetchMs) / PAGE_FACES);
    // Whoever jumps that far does not go on as far again.
    return Math.abs(ahead) > MOST_PAGES_AHEAD ? 0 : ahead;
  }

  return {
    page: (page) => pages.get(page) ?? null,
    look(from, to) {
      const [first, last] = [Math.floor(from / PAGE_FACES), Math.floor(to / PAGE_FACES)];
      const seen = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const ahead = pagesAhead(from);
      const [far, step] = [Math.abs(ahead), Math.sign(ahead) || 1];
      const onward = (count: number) => (step > 0 ? last : first) + step * count;
      const behind = step > 0 ? first - 1 : last + 1;
      // At a pace that the answers cannot keep up with, what is on the screen now is gone before it could be drawn. A page that
      // lies a little further on than the screen will be when it comes is passed later; one that lies nearer is lost.
      const isBehind = far > 1 && !seen.some((page) => pages.has(page));
      wanted = [
        ...(isBehind ? [0, 1, 2].map((page) => onward(far + MARGIN_PAGES + page)) : seen),
        onward(1),
        ...(far === 0 ? [behind] : []),
        ...Array.from({ length: isBehind ? 0 : far + 1 }, (_, index) => onward(index + 2)),
        ...seen,
        behind,
      ].filter((page) => page >= 0 && page < pageCount);
      for (const page of seen) {
        const faces = pages.get(page);
        if (!faces) continue;
        pages.delete(page);
        pages.set(page, faces);
      }
      next();
    },
    watch(onPage) {
      watchers.add(onPage);
      return () => watchers.delete(onPage);
    },
    size: () => pages.size,
    rest() {
      wanted = [];
    },
  };
}

/** One face of the cache, [60, 60] grey; null until it is there. */
export function faceAt(cache: FaceCache, index: number): Uint8Array | null {
  const page = cache.page(Math.floor(index / PAGE_FACES));
  return page ? faceOf(page, index % PAGE_FACES) : null;
}

/** One of several faces that came one after the other, [60, 60] grey. */
export function faceOf(faces: Uint8Array, place: number): Uint8Array {
  return faces.subarray(place * FACE_BYTES, (place + 1) * FACE_BYTES);
}

/** Which images a list has, and of which of them there is a face. */
export interface FacesOfList {
  readonly keys: Uint32Array;
  readonly hasFace: Uint8Array;
}

/** Whether what was fetched of one list can be shown of the other: a face that was found since was fetched as none. */
export function haveSameFaces(a: FacesOfList, b: FacesOfList): boolean {
  return (
    a.keys.length === b.keys.length &&
    a.keys.every((key, index) => key === b.keys[index] && a.hasFace[index] === b.hasFace[index])
  );
}
