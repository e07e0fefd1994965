import { scaleLinear, scaleTime } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import { useMarkerWords } from '../timeline/use-lanes.ts';
import type { TrendPoint, TrendPoints } from './trend-points.ts';

const WIDTH_PX = 860;
const LEFT_PX = 168;
const RIGHT_PX = 24;
const TOP_PX = 8;
const BETWEEN_PX = 14;
const AXIS_PX = 24;
const CURVE_PX = 76;
const INK = '#1d242a';
const HOUR_MS = 3_600_000;
/** Room at either end of the axis, and all of it for a single session. */
const PAD_MS = 6 * HOUR_MS;

const ROWS = [
  { name: 'distress', heightPx: CURVE_PX, range: [0, 1] },
  { name: 'valence', heightPx: CURVE_PX, range: [-1, 1] },
  { name: 'pain', heightPx: CURVE_PX, range: [0, 10] },
  { name: 'markers', heightPx: 30, range: [0, 1] },
  { name: 'coverage', heightPx: 40, range: [0, 1] },
] as const;

type RowName = (typeof ROWS)[number]['name'];

/** A child's sessions where they lie in time: means, people's scores, markers and coverage, one above the other. */
export function TrendChart({ points }: Pick<TrendPoints, 'points'>) {
  const { t } = useTranslation('trends');
  const format = useFormat();
  const times = points.map(({ atEpochMs }) => atEpochMs);
  const [firstMs, lastMs] = [Math.min(...times) - PAD_MS, Math.max(...times) + PAD_MS];
  const x = scaleTime([firstMs, lastMs], [LEFT_PX, WIDTH_PX - RIGHT_PX]);
  const isShort = lastMs - firstMs < 72 * HOUR_MS;
  let bottomPx = TOP_PX;
  const rows = ROWS.map((row) => {
    const topPx = bottomPx;
    bottomPx += row.heightPx + BETWEEN_PX;
    return { ...row, topPx, y: scaleLinear([...row.range], [topPx + row.heightPx, topPx]) };
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH_PX} ${bottomPx + AXIS_PX}`}
      width="100%"
      style={{ maxWidth: 1200 }}
      role="img"
      aria-label={t(($) => $.chartLabel)}
      fontSize={13}
      fill={INK}
    >
      {rows.map(({ name, topPx, heightPx, range, y }) => (
        <g key={name}>
          <rect x={LEFT_PX} y={topPx} width={WIDTH_PX - RIGHT_PX - LEFT_PX} height={heightPx} fill="#f5f7f8" />
          <text x={LEFT_PX - 34} y={topPx + heightPx / 2} dy="0.35em" textAnchor="end">
            {t(($) => $.row[name])}
          </text>
          {name !== 'markers' &&
            range.map((end) => (
              <text
                key={end}
                x={LEFT_PX - 6}
                y={y(end)}
                dy={end === range[0] ? 0 : '0.7em'}
                textAnchor="end"
                fontSize={11}
              >
                {name === 'coverage' ? format.share(end) : end.toString().replace('-', '−')}
              </text>
            ))}
          {points.map((point) => (
            <Value key={point.session.id} row={name} point={point} xPx={x(point.atEpochMs)} y={y} />
          ))}
        </g>
      ))}
      {x.ticks(isShort ? 4 : 7).map((tick) => (
        <g key={tick.getTime()} transform={`translate(${x(tick)} ${bottomPx - BETWEEN_PX})`}>
          <line y2={5} stroke={INK} />
          <text y={20} textAnchor="middle">
            {isShort ? format.dateTime(tick.toISOString()) : format.shortDate(tick.toISOString())}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface ValueProps {
  readonly row: RowName;
  readonly point: TrendPoint;
  readonly xPx: number;
  readonly y: (value: number) => number;
}

/** What a session has in a row. A hollow point rests on less than half of the session. */
function Value({ row, point, xPx, y }: ValueProps) {
  const { trend, summary, isLow, model } = point;
  const markerWords = useMarkerWords();
  switch (row) {
    case 'distress':
    case 'valence':
      return trend.means && <Point xPx={xPx} yPx={y(trend.means[row])} isHollow={isLow} model={model} />;
    case 'pain':
      return (
        <>
          {Object.entries(trend.flacc).map(([place, score]) => (
            <circle key={place} cx={xPx - 4} cy={y(score)} r={4} fill={INK} />
          ))}
          {Object.entries(trend.faces).map(([place, score]) => (
            <circle key={place} cx={xPx + 4} cy={y(score)} r={4} fill="#fff" stroke={INK} strokeWidth={1.5} />
          ))}
        </>
      );
    case 'markers': {
      const count = trend.markers.reduce((sum, each) => sum + each.count, 0);
      if (count === 0) return null;
      const words = trend.markers.map((each) => `${markerWords({ kind: each.kind, text: each.name })} ${each.count}`);
      return (
        <text x={xPx} y={y(0.5)} dy="0.35em" textAnchor="middle">
          <title>{words.join(', ')}</title>
          {count}
        </text>
      );
    }
    case 'coverage':
      return (
        <g>
          <rect x={xPx - 5} y={y(1)} width={10} height={y(0) - y(1)} fill="#fff" stroke="#8a949b" />
          <rect x={xPx - 5} y={y(summary.coverage)} width={10} height={y(0) - y(summary.coverage)} fill="#37424b" />
        </g>
      );
  }
}

const HALF_PX = 5;

/** Readings of two models are never one trend: each has a shape of its own, and no line joins two points. */
function Point({ xPx, yPx, isHollow, model }: { xPx: number; yPx: number; isHollow: boolean; model: number }) {
  const look = isHollow
    ? { fill: '#fff', stroke: '#174a94', strokeWidth: 2, strokeDasharray: '3 2' }
    : { fill: '#174a94' };
  return <g transform={`translate(${xPx} ${yPx})`}>{shapeOf(model, look)}</g>;
}

function shapeOf(model: number, look: object) {
  if (model % 3 === 0) return <circle r={HALF_PX} {...look} />;
  if (model % 3 === 1) return <rect x={-HALF_PX} y={-HALF_PX} width={2 * HALF_PX} height={2 * HALF_PX} {...look} />;
  return <path d={`M0 ${-HALF_PX - 1} L${HALF_PX + 1} ${HALF_PX} L${-HALF_PX - 1} ${HALF_PX} Z`} {...look} />;
}

/** The shape of a model, for the key. */
export function ModelShape({ model }: { readonly model: number }) {
  return (
    <svg width={16} height={16} aria-hidden="true">
      <g transform="translate(8 8)">{shapeOf(model, { fill: '#174a94' })}</g>
    </svg>
  );
}
