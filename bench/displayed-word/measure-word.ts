import { quantile } from 'simple-statistics';
import type { Emotion } from '../../src/core/emotion/emotion.ts';
import { abstain } from '../../src/core/inference/abstain.ts';
import { DisplayedReading, type DisplayOptions } from '../../src/renderer/features/live/readout/displayed-reading.ts';
import type { Stretch } from './film-script.ts';
import type { ReadFrame } from './read-film.ts';

export interface Film {
  readonly script: readonly Stretch[];
  readonly read: readonly ReadFrame[];
}

/** Shares of the frames, 0 to 1. */
export interface Shares {
  readonly right: number;
  readonly wrong: number;
  readonly notSure: number;
  /** Nothing was read. */
  readonly gap: number;
}

export interface WordFigures {
  readonly frames: number;
  /** What is shown, from the middle of a change on: the time that a word needs to follow counts against it. */
  readonly word: Shares;
  /** What the readings themselves say, each for its own frame. */
  readonly readings: Shares;
  /** From a change to the right word, in ms, over changes after which any reading was right; never reached is Infinity. */
  readonly latencyP50Ms: number;
  readonly latencyP90Ms: number;
  /** From a change to the first right reading, over the same changes: no word can be earlier. */
  readonly readAfterP50Ms: number;
  readonly readAfterP90Ms: number;
  readonly changes: number;
  /** Words shown one after the other to one change of expression. */
  readonly wordsPerChange: number;
  /** Longest time that an emotion was shown after the last reading that said so, in ms. */
  readonly longestStaleMs: number;
}

type Said = Emotion | 'not-sure' | 'gap';

/** Plays the readings of films to the large word as the live screen does. @param every 3 takes every third frame only. */
export function measureWord(films: readonly Film[], options: DisplayOptions, every: number): WordFigures {
  const word = new Tally();
  const readings = new Tally();
  const latenciesMs: number[] = [];
  const readAfterMs: number[] = [];
  let changes = 0;
  let words = 0;
  let longestStaleMs = 0;
  for (const { script, read } of films) {
    const display = new DisplayedReading(options);
    const lastSaidMs = new Map<Said, number>();
    let shown: Said | null = null;
    let stretch = script[0]!;
    let latencyMs: number | null = 0;
    let firstReadMs: number | null = null;
    const close = () => {
      if (latencyMs !== null && latencyMs > 0) latenciesMs.push(latencyMs);
      else if (latencyMs === null && firstReadMs !== null) latenciesMs.push(Number.POSITIVE_INFINITY);
      if (stretch !== script[0] && firstReadMs !== null) readAfterMs.push(firstReadMs);
    };
    for (const frame of read.filter((_, index) => index % every === 0)) {
      const { atMs } = frame;
      const now = script.find(({ toMs }) => atMs < toMs)!;
      if (now !== stretch) {
        close();
        stretch = now;
        latencyMs = null;
        firstReadMs = null;
        changes += 1;
      }
      const said = saidBy(frame, options);
      const next: Said | null = shownAt(display, frame) ?? shown;
      if (next !== shown && shown !== null) words += 1;
      shown = next;
      lastSaidMs.set(said, atMs);
      if (said === stretch.emotion) firstReadMs ??= atMs - stretch.fromMs;
      if (latencyMs === null && shown === stretch.emotion) latencyMs = Math.max(1, atMs - stretch.fromMs);
      if (shown !== null && shown !== 'gap' && shown !== 'not-sure') {
        longestStaleMs = Math.max(longestStaleMs, atMs - (lastSaidMs.get(shown) ?? atMs));
      }
      word.count(shown ?? 'gap', stretch.emotion);
      readings.count(said, stretch.emotion);
    }
    close();
  }
  return {
    frames: word.of,
    word: word.shares(),
    readings: readings.shares(),
    latencyP50Ms: quantile(latenciesMs, 0.5),
    latencyP90Ms: quantile(latenciesMs, 0.9),
    readAfterP50Ms: quantile(readAfterMs, 0.5),
    readAfterP90Ms: quantile(readAfterMs, 0.9),
    changes,
    wordsPerChange: words / changes,
    longestStaleMs,
  };
}

class Tally {
  of = 0;
  #right = 0;
  #notSure = 0;
  #gap = 0;

  count(said: Said, truth: Emotion): void {
    this.of += 1;
    if (said === truth) this.#right += 1;
    else if (said === 'not-sure') this.#notSure += 1;
    else if (said === 'gap') this.#gap += 1;
  }

  shares(): Shares {
    const [right, notSure, gap] = [this.#right, this.#notSure, this.#gap].map((count) => count / this.of) as [
      number,
      number,
      number,
    ];
    return { right, wrong: 1 - right - notSure - gap, notSure, gap };
  }
}

/** What one frame's own reading says. */
function saidBy({ sample }: ReadFrame, { threshold, validated }: DisplayOptions): Said {
  if (!sample) return 'gap';
  const { emotion } = abstain(sample.probabilities, threshold);
  return emotion && validated.includes(emotion) ? emotion : 'not-sure';
}

/** Null while what is shown stays as it is. */
function shownAt(display: DisplayedReading, { atMs, sample, reason }: ReadFrame): Said | null {
  const shown = sample ? display.reading({ atMs, ...sample }).shown : display.missing(atMs, reason!);
  if (!shown) return null;
  const { word } = shown;
  return word.kind === 'emotion' ? word.emotion : word.kind;
}
