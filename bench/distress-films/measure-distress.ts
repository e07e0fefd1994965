import { quantile } from 'simple-statistics';
import { type DistressLimits, distressOf } from '../../src/core/emotion/distress.ts';
import { bootstrapSubjects } from '../../src/core/evaluation/bootstrap-subjects.ts';
import { shareByCount } from '../../src/core/evaluation/interval-by-count.ts';
import { DistressCourse } from '../../src/core/timeline/distress-course.ts';
import {
  judgeSeconds,
  judgeStretches,
  type SaidAt,
  type ShownStretch,
  type Shows,
} from '../../src/core/timeline/testing/distress-by-second.ts';
import { REST_RULES } from '../baseline/distress-by-rest.ts';
import type { ReadFrame } from '../displayed-word/read-film.ts';

export interface DistressFilm {
  /** Whom it shows. */
  readonly name: string;
  readonly script: readonly ShownStretch[];
  readonly read: readonly ReadFrame[];
  /** The child's resting face, read by itself. */
  readonly rest: readonly ReadFrame[];
}

/** After a change of face the line has this long to follow: 1.5 s of smoothing, 2 s for which the last word stands. */
const FOLLOWS_MS = 3000;

/** @returns One line a figure, as Markdown: all with n and interval over films. */
export function measureDistress(films: readonly DistressFilm[], limits: DistressLimits): string[] {
  const judged = films.map(({ name, script, read }) => ({ name, script, said: saidOf(read, limits) }));
  const seconds = judged.flatMap(({ name, script, said }) =>
    judgeSeconds(script, said).map((each) => ({ name, ...each })),
  );
  const stretches = judged.flatMap(({ name, script, said }) =>
    judgeStretches(script, said).map((each) => ({ name, ...each })),
  );
  const isCalm = ({ shows }: { readonly shows: Shows }) => shows !== 'distress';
  const isRest = ({ shows }: { readonly shows: Shows }) => shows === 'rest';
  const shows = ({ shows }: { readonly shows: Shows }) => shows === 'distress';
  const isLikely = ({ said }: (typeof seconds)[number]) => said === 'likely';
  const settled = seconds.filter(({ sinceChangeMs }) => sinceChangeMs >= FOLLOWS_MS);
  const lines = ['| | share | n |', '| --- | --- | --- |'];
  for (const [when, those] of [
    ['', seconds],
    [`, from ${FOLLOWS_MS / 1000} s after the change on`, settled],
  ] as const) {
    lines.push(
      share(`seconds at rest called "likely"${when}`, those.filter(isRest), isLikely),
      share(`calm seconds called "likely"${when}`, those.filter(isCalm), isLikely),
      share(`calm seconds called "not seen"${when}`, those.filter(isCalm), ({ said }) => said === 'not-seen'),
      share(`seconds of distress called "likely"${when}`, those.filter(shows), isLikely),
      share(`seconds of distress called "not seen"${when}`, those.filter(shows), ({ said }) => said === 'not-seen'),
    );
  }
  const followed = ({ delayMs }: (typeof stretches)[number]) => delayMs !== null;
  lines.push(
    share('stretches of distress called "likely" before they end', stretches.filter(shows), followed),
    share('calm stretches in which "likely" begins', stretches.filter(isCalm), ({ isCalledAnew }) => isCalledAnew),
    share('of those at rest', stretches.filter(isRest), ({ isCalledAnew }) => isCalledAnew),
    delays('from the change to "likely"', stretches.filter(shows)),
    delays('from the change until "likely" is no longer said', stretches.filter(isCalm)),
  );
  return lines;
}

/** The same seconds where "likely" begins at a limit of the child's own, by its face at rest. @returns One line a rule, as Markdown. */
export function measureByRest(films: readonly DistressFilm[], limits: DistressLimits): string[] {
  const head = '| "likely" begins at | seconds at rest called so | calm seconds | seconds of distress |';
  return [
    head,
    '| --- | --- | --- | --- |',
    ...REST_RULES.map(({ name, limit }) => {
      const seconds = films.flatMap((film) => {
        const sums = film.rest.flatMap(({ sample }) => (sample ? [distressOf(sample.probabilities)] : []));
        const atRest = sums.length === 0 ? 0 : sums.reduce((sum, each) => sum + each, 0) / sums.length;
        const said = saidOf(film.read, { ...limits, atLeast: limit(atRest, limits) });
        return judgeSeconds(film.script, said).map((each) => ({ name: film.name, ...each }));
      });
      const isLikely = ({ said }: { readonly said: string | null }) => said === 'likely';
      const cells = [
        seconds.filter(({ shows }) => shows === 'rest'),
        seconds.filter(({ shows }) => shows !== 'distress'),
        seconds.filter(({ shows }) => shows === 'distress'),
      ].map((those) => figureOf(those, isLikely));
      return `| ${[name, ...cells].join(' | ')} |`;
    }),
  ];
}

function saidOf(read: readonly ReadFrame[], limits: DistressLimits): SaidAt[] {
  const course = new DistressCourse(limits);
  return read.map(({ atMs, sample }) => ({
    atMs,
    state: sample && course.next(atMs, distressOf(sample.probabilities)).state,
  }));
}

function share<T extends { readonly name: string }>(what: string, of: readonly T[], is: (each: T) => boolean): string {
  const films = new Set(of.map(({ name }) => name)).size;
  return `| ${what} | ${figureOf(of, is)} | ${of.length} of ${films} films |`;
}

/** A share with its interval over films. */
function figureOf<T extends { readonly name: string }>(of: readonly T[], is: (each: T) => boolean): string {
  const counts = Float64Array.from(of, (each) => (is(each) ? 1 : 0));
  const [figure] = bootstrapSubjects(
    (weights) => {
      const total = weights.reduce((sum, each) => sum + each, 0);
      return [total === 0 ? null : weights.reduce((sum, each, index) => sum + each * counts[index]!, 0) / total];
    },
    { subject: of.map(({ name }) => name), seed: 1, range: [0, 1], byCount: shareByCount },
  );
  return figure ? `${figure.value.toFixed(3)} [${figure.low.toFixed(3)}, ${figure.high.toFixed(3)}]` : '-';
}

/** Of stretches that the line followed before they ended. */
function delays(what: string, of: readonly { readonly delayMs: number | null }[]): string {
  const ms = of.flatMap(({ delayMs }) => (delayMs === null ? [] : [delayMs]));
  const at = (share: number) => `${(quantile(ms, share) / 1000).toFixed(1)} s`;
  return `| ${what} | ${at(0.5)} at the median, ${at(0.9)} at p90 | ${ms.length} of ${of.length} |`;
}
