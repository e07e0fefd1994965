import { scaleLinear, scaleLog } from 'd3-scale';
import { line, symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { CurvePoint } from './learning-curves.ts';
import type { StudyPlan } from './study.ts';
import type { StudyReport } from './study-report.ts';

const PANEL = { widthPx: 330, heightPx: 300, leftPx: 48, rightPx: 12, topPx: 44, bottomPx: 46 };
const LEGEND_ROW_PX = 20;
/** Keeps the intervals of two regimes at one size apart. */
const DODGE_PX = 5;

/** A line of its own colour (Okabe and Ito's, told apart by all eyes), dash and mark for each regime of a study. */
const LOOKS = [
  { colour: '#0072b2', dash: '', mark: symbolCircle },
  { colour: '#a06a00', dash: '7 3', mark: symbolSquare },
  { colour: '#007a5a', dash: '2 3', mark: symbolTriangle },
  { colour: '#c24a00', dash: '', mark: symbolDiamond },
  { colour: '#444444', dash: '9 3 2 3', mark: symbolCross },
] as const;

/**
 * The learning curves as one picture: a panel a learner, a line a regime, bars for the intervals, and the level of
 * guessing. Regimes without child images are a mark at the left edge.
 *
 * @returns An SVG document that needs nothing from anywhere.
 */
export function learningCurvesSvg(plan: StudyPlan, { curves }: StudyReport): string {
  const widthPx = PANEL.widthPx * plan.learners.length;
  const heightPx = PANEL.heightPx + LEGEND_ROW_PX * plan.regimes.length + 12;
  const highest = Math.max(0.1, ...curves.map(({ estimate }) => estimate?.high ?? 0));
  const panels = plan.learners.map((learner, index) =>
    group(
      PANEL.widthPx * index,
      panel(
        plan,
        learner,
        curves.filter((each) => each.learner === learner),
        { highest, first: index === 0 },
      ),
    ),
  );
  const described = `One panel a learner (${plan.learners.join(', ')}), one line a regime (${plan.regimes.join(', ')}): balanced accuracy on the test children by number of child images that train, with 95 % intervals over children and seeds. The same figures are in the table of the report.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" role="img" aria-labelledby="title described" font-family="system-ui, sans-serif" font-size="12" fill="#222">`,
    `<title id="title">Learning curves</title>`,
    `<desc id="described">${described}</desc>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...panels,
    ...plan.regimes.map((regime, index) => legendRow(regime, index)),
    '</svg>',
    '',
  ].join('\n');
}

interface PanelFrame {
  readonly highest: number;
  readonly first: boolean;
}

function panel(
  plan: StudyPlan,
  learner: string,
  points: readonly CurvePoint[],
  { highest, first }: PanelFrame,
): string {
  const { widthPx, heightPx, leftPx, rightPx, topPx, bottomPx } = PANEL;
  const sizes = plan.sizes.filter((size) => size > 0);
  const hasNone = plan.sizes.includes(0);
  const insetPx = 16 + (hasNone ? 34 : 0);
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
  const log = scaleLog([smallest, Math.max(largest, smallest * 1.01)], [leftPx + insetPx, widthPx - rightPx - 16]);
  const x = (size: number) => (size === 0 ? leftPx + 16 : log(size));
  const y = scaleLinear([0, highest], [heightPx - bottomPx, topPx]).nice(5);
  const chance = 1 / plan.classes.length;
  const right = widthPx - rightPx;
  return [
    `<text x="${(leftPx + right) / 2}" y="20" text-anchor="middle" font-size="14" font-weight="600">${learner}</text>`,
    ...y
      .ticks(5)
      .map(
        (tick) =>
          `<line x1="${leftPx}" x2="${right}" y1="${at(y(tick))}" y2="${at(y(tick))}" stroke="#e2e2e2"/>` +
          `<text x="${leftPx - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${tick.toFixed(1)}</text>`,
      ),
    `<line x1="${leftPx}" x2="${right}" y1="${at(y(chance))}" y2="${at(y(chance))}" stroke="#777" stroke-dasharray="1 3"/>`,
    `<text x="${right}" y="${at(y(chance) - 4)}" text-anchor="end" font-size="10" fill="#555">guessing</text>`,
    ...[...(hasNone ? [0] : []), ...sizes].map(
      (size) =>
        `<text x="${at(x(size))}" y="${heightPx - bottomPx + 16}" text-anchor="middle" font-size="10">${size}</text>`,
    ),
    `<text x="${(leftPx + right) / 2}" y="${heightPx - bottomPx + 34}" text-anchor="middle">child images that train</text>`,
    ...(first
      ? [`<text transform="translate(13 ${heightPx / 2}) rotate(-90)" text-anchor="middle">balanced accuracy</text>`]
      : []),
    ...plan.regimes.map((regime, index) => {
      const own = points.filter((each) => each.regime === regime && each.estimate !== null);
      const shiftPx = (index - (plan.regimes.length - 1) / 2) * DODGE_PX;
      return curve(own, index, (size) => x(size) + shiftPx, y);
    }),
  ].join('\n');
}

function curve(
  points: readonly CurvePoint[],
  index: number,
  x: (size: number) => number,
  y: (value: number) => number,
): string {
  const { colour, dash } = lookOf(index);
  const path = line<CurvePoint>(
    ({ size }) => x(size),
    ({ estimate }) => y(estimate!.value),
  ).digits(1)(points);
  return [
    `<path d="${path ?? ''}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ...points.map(({ size, estimate }) => {
      const px = at(x(size));
      return (
        `<line x1="${px}" x2="${px}" y1="${at(y(estimate!.low))}" y2="${at(y(estimate!.high))}" stroke="${colour}" stroke-width="1.3"/>` +
        markAt(x(size), y(estimate!.value), index)
      );
    }),
  ].join('\n');
}

function legendRow(regime: string, index: number): string {
  const { colour, dash } = lookOf(index);
  const y = PANEL.heightPx + LEGEND_ROW_PX * (index + 0.5);
  const left = PANEL.leftPx;
  return (
    `<line x1="${left}" x2="${left + 44}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>` +
    markAt(left + 22, y, index) +
    `<text x="${left + 54}" y="${y + 4}">${regime}</text>`
  );
}

function markAt(xPx: number, yPx: number, index: number): string {
  const { colour, mark } = lookOf(index);
  return `<path transform="translate(${at(xPx)} ${at(yPx)})" d="${symbol(mark, 46).digits(2)()}" fill="${colour}"/>`;
}

function lookOf(index: number) {
  return LOOKS[index % LOOKS.length]!;
}

function group(leftPx: number, content: string): string {
  return `<g transform="translate(${leftPx} 0)">\n${content}\n</g>`;
}

function at(px: number): string {
  return px.toFixed(1);
}
