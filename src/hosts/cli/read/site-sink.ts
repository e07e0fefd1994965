import { randomUUID } from 'node:crypto';
import type { Child } from '../../../contract/children.ts';
import type { Session } from '../../../contract/sessions.ts';
import type { FilmPart, FilmSink, ReadFilm } from '../../../jobs/read/read-films.node.ts';
import type { Caller } from '../../../service/runtime/caller.ts';
import type { Service } from '../../../service/service.ts';

/** As many as one call may carry. */
const MOST_SAMPLES = 1000;
const MOST_GAPS = 1000;
const MOST_CROPS = 60;

/** Lengths are kept in milliseconds, and a film's end is rounding of its last picture. */
const SAME_LENGTH_MS = 1;

/**
 * Films as sessions of a child. A film is stored once all of it has been read, so that a run which is stopped leaves no
 * session of half a film.
 */
export class SiteSink implements FilmSink {
  readonly #service: Service;
  readonly #caller: Caller;
  readonly #child: Child;
  readonly #modelId: string;
  readonly #known: Session[];

  /** @param known The site's sessions. */
  constructor(service: Service, caller: Caller, child: Child, modelId: string, known: readonly Session[]) {
    this.#service = service;
    this.#caller = caller;
    this.#child = child;
    this.#modelId = modelId;
    this.#known = known.filter(
      ({ childId, state, setAside }) => childId === child.id && state === 'stopped' && !setAside,
    );
  }

  has({ sha256, fromMs, toMs }: FilmPart): boolean {
    return this.#known.some(
      ({ recordingSha256, modelId, durationMs }) =>
        recordingSha256 === sha256 &&
        modelId === this.#modelId &&
        Math.abs(durationMs - (toMs - fromMs)) <= SAME_LENGTH_MS,
    );
  }

  /** @throws CallError when the site does not take it, as where consent has ended meanwhile. */
  async add(film: ReadFilm): Promise<void> {
    const recorderId = randomUUID();
    const call = this.#service.call.bind(this.#service);
    const { fromMs, toMs } = film;
    const session = await call(this.#caller, 'sessions.start', {
      childId: this.#child.id,
      source: 'recording',
      // A session's clock begins where the part does.
      recording: {
        fileName: film.name,
        originMs: film.originMs + fromMs,
        sha256: film.sha256,
        liveSessionId: null,
      },
      recorderId,
    });
    const samples = film.samples.map((sample) => ({ ...sample, atMs: sample.atMs - fromMs }));
    const gaps = film.gaps.map((gap) => ({
      ...gap,
      fromMs: Math.max(0, gap.fromMs - fromMs),
      toMs: gap.toMs - fromMs,
    }));
    const crops = session.keepsCrops ? film.crops.map((crop) => ({ ...crop, atMs: crop.atMs - fromMs })) : [];
    const batches = Math.max(
      1,
      Math.ceil(samples.length / MOST_SAMPLES),
      Math.ceil(gaps.length / MOST_GAPS),
      Math.ceil(crops.length / MOST_CROPS),
    );
    for (let batch = 0; batch < batches; batch++) {
      await call(this.#caller, 'sessions.append', {
        sessionId: session.id,
        recorderId,
        batch,
        samples: share(samples, batch, batches).map((each) => ({ ...each, probabilities: [...each.probabilities] })),
        gaps: share(gaps, batch, batches),
        crops: share(crops, batch, batches),
        atMs: toMs - fromMs,
      });
    }
    const durationMs = toMs - fromMs;
    this.#known.push(await call(this.#caller, 'sessions.stop', { sessionId: session.id, durationMs }));
  }
}

/** One of so many pieces of a list, in order. */
function share<T>(all: readonly T[], at: number, pieces: number): T[] {
  const size = Math.ceil(all.length / pieces);
  return all.slice(at * size, (at + 1) * size);
}
