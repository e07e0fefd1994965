import { type DistressLimits, distressOf } from '../emotion/distress.ts';
import type { Gap } from '../emotion/gap.ts';
import type { Marker, MarkerButton } from '../emotion/marker.ts';
import type { Sample } from '../emotion/sample.ts';
import { valence } from '../emotion/valence.ts';
import { DistressCourse } from '../timeline/distress-course.ts';
import type { StreamLine } from './streams.ts';

/** Pieces of one gap follow each other at once. */
const SAME_GAP_MS = 1;

/** A gap that lasts so long ends what was said of distress: its course begins anew after it. */
const DISTRESS_ENDS_MS = 1000;

/** What one batch of a session brings. */
interface Batch {
  readonly samples: readonly Pick<Sample, 'atMs' | 'probabilities'>[];
  readonly gaps: readonly Gap[];
}

/**
 * What of a session goes into its streams, as it comes: numbers and words of fixed lists. No code of a child, no name of
 * anybody, no free words.
 *
 * A gap is told in pieces of five seconds, and so its beginning up to so much later than it was; its time is right.
 */
export class SessionLines {
  readonly #course: DistressCourse | null;
  #distress: string | null = null;
  #gap: Gap | null = null;

  /** @param limits Null for a model that says nothing of distress: that stream is silent then. */
  constructor(limits: DistressLimits | null) {
    this.#course = limits && new DistressCourse(limits);
  }

  /** In the order of time within each stream. */
  batch({ samples, gaps }: Batch): StreamLine[] {
    const lines: StreamLine[] = [];
    const events = [
      ...samples.map((sample) => ({ atMs: sample.atMs, add: () => this.#reading(sample, lines) })),
      ...gaps.map((gap) => ({ atMs: gap.fromMs, add: () => this.#missing(gap, lines) })),
    ].sort((a, b) => a.atMs - b.atMs);
    for (const { add } of events) add();
    return lines;
  }

  /** The session ends. */
  end(): StreamLine[] {
    const lines: StreamLine[] = [];
    this.#endGap(lines);
    return lines;
  }

  #reading({ atMs, probabilities }: Batch['samples'][number], lines: StreamLine[]): void {
    this.#endGap(lines);
    const distress = distressOf(probabilities);
    lines.push({ stream: 'readings', atMs, values: [...probabilities, valence(probabilities).value, distress] });
    const said = this.#course?.next(atMs, distress).state;
    if (said) this.#say(atMs, said, lines);
  }

  #missing(gap: Gap, lines: StreamLine[]): void {
    const before = this.#gap;
    if (before && before.reason === gap.reason && Math.abs(gap.fromMs - before.toMs) < SAME_GAP_MS) {
      this.#gap = { ...before, toMs: gap.toMs };
    } else {
      this.#endGap(lines);
      lines.push({ stream: 'gaps', atMs: gap.fromMs, values: [`gap/${gap.reason}`] });
      this.#gap = gap;
    }
    const { fromMs, toMs } = this.#gap!;
    if (this.#distress !== null && toMs - fromMs >= DISTRESS_ENDS_MS) this.#say(fromMs, 'not-read', lines);
  }

  #endGap(lines: StreamLine[]): void {
    if (this.#gap) lines.push({ stream: 'gaps', atMs: this.#gap.toMs, values: [`gap/${this.#gap.reason}/end`] });
    this.#gap = null;
  }

  #say(atMs: number, said: string, lines: StreamLine[]): void {
    if (said === this.#distress) return;
    this.#distress = said;
    lines.push({ stream: 'distress', atMs, values: [`distress/${said}`] });
  }
}

/** What happened to a marker. */
export type MarkerTurn = 'set' | 'ended' | 'taken-back';

/**
 * A marker as a line. Its free words stay here; of a kind that the site named itself goes that name, which stands on a
 * button.
 */
export function markerLine(
  { atMs, toMs, kind, text }: Marker,
  turn: MarkerTurn,
  buttons: readonly MarkerButton[],
): StreamLine {
  const own = kind === 'custom' ? buttons.find(({ name }) => name !== '' && text.startsWith(name)) : undefined;
  const word = own ? `marker/custom/${own.name}` : `marker/${kind}`;
  const end = { set: '', ended: '/end', 'taken-back': '/taken-back' }[turn];
  return { stream: 'markers', atMs: turn === 'ended' ? (toMs ?? atMs) : atMs, values: [`${word}${end}`] };
}
