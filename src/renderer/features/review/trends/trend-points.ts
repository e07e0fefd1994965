import type { Output } from '../../../../contract/contract.ts';
import { LOW_COVERAGE } from '../compare/compared-session.ts';

type Compared = Output<'sessions.compare'>[number];

/** A session at its place on the axis of days. */
export interface TrendPoint extends Compared {
  readonly atEpochMs: number;
  readonly isLow: boolean;
  /** Which model read it, by its place in `models`. */
  readonly model: number;
}

export interface TrendPoints {
  /** In the order of time. */
  readonly points: readonly TrendPoint[];
  readonly models: readonly string[];
  /** Films, of which nobody knows here when they were made. */
  readonly films: number;
}

/** Sessions on an axis of real time; a film has no place there, since its session is of the day on which it was read. */
export function trendPoints(all: readonly Compared[]): TrendPoints {
  const live = all.filter(({ session }) => session.source !== 'recording');
  const nameOf = ({ session }: Compared) => `${session.modelId} ${session.modelVersion}`;
  const models = [...new Set(live.map(nameOf))];
  const points = live.map((each) => ({
    ...each,
    atEpochMs: Date.parse(each.session.startedAtIso),
    isLow: each.summary.coverage < LOW_COVERAGE,
    model: models.indexOf(nameOf(each)),
  }));
  return { points: points.sort((a, b) => a.atEpochMs - b.atEpochMs), models, films: all.length - live.length };
}
