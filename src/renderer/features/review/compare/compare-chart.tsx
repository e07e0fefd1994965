import { ScrollArea, Text } from '@mantine/core';
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import { useFormat } from '../../../ui/format.ts';
import { inkOn } from '../../../ui/ink-on.ts';
import { useEmotionGlyph } from '../../../ui/use-emotion-glyph.ts';
import type { ComparedSession, ModelGroup } from './compared-session.ts';
import { useShareWords } from './use-share-words.ts';

const BAR_PX = 46;
/** A session's coverage, beside its bar. */
const COVERAGE_PX = 8;
const STEP_PX = 72;
const BETWEEN_GROUPS_PX = 56;
const LEFT_PX = 52;
const RIGHT_PX = 16;
const TOP_PX = 34;
const HEIGHT_PX = 240;
const BOTTOM_PX = 26;
/** A part of a bar carries its emotion's letters when it is at least this high. */
const LEAST_FOR_LETTERS_PX = 15;
const INK = '#1d242a';

/**
 * One stacked bar per session with its coverage beside it, in the order given, grouped by the model that read it. No line joins two bars, and a rule with
 * the model's name precedes each group: readings of two models are never one trend.
 */
export function CompareChart({ groups }: { readonly groups: readonly ModelGroup[] }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const hatch = useId();
  const y = scaleLinear([0, 1], [TOP_PX + HEIGHT_PX, TOP_PX]);
  const { starts, widthPx } = layOut(groups);
  return (
    <>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t(($) => $.compare.scroll) }}>
        <svg
          data-turned
          width={Math.max(widthPx, 320)}
          height={TOP_PX + HEIGHT_PX + BOTTOM_PX}
          role="img"
          aria-label={t(($) => $.compare.chartLabel)}
          fontSize={13}
          fill={INK}
        >
          <defs>
            <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width={4} height={8} fill="#fff" />
            </pattern>
          </defs>
          <g>
            {y.ticks(4).map((share) => (
              <g key={share} transform={`translate(0 ${y(share)})`}>
                <line x1={LEFT_PX - 4} x2={widthPx} stroke="#e3e7ea" />
                <text x={LEFT_PX - 8} dy="0.35em" textAnchor="end">
                  {format.share(share)}
                </text>
              </g>
            ))}
          </g>
          {groups.map(({ modelId, modelVersion, sessions }, g) => (
            <g key={`${modelId} ${modelVersion}`} transform={`translate(${starts[g]} 0)`}>
              <g>
                <line x1={-10} x2={-10} y1={4} y2={TOP_PX + HEIGHT_PX} stroke={INK} strokeWidth={2} />
                <text x={-2} y={16} fontWeight={650}>
                  {t(($) => $.compare.readBy, { model: modelId, version: modelVersion })}
                </text>
              </g>
              {sessions.map((each, i) => (
                <Bar key={each.session.id} compared={each} xPx={i * STEP_PX} y={y} hatch={`url(#${hatch})`} />
              ))}
            </g>
          ))}
        </svg>
      </ScrollArea>
      <Text size="sm" c="dimmed">
        {t(($) => $.compare.chartDescription)}
      </Text>
    </>
  );
}

/** Where each group begins, and their total width; a group is at least as wide as its model's name. */
function layOut(groups: readonly ModelGroup[]): { readonly starts: readonly number[]; readonly widthPx: number } {
  const starts: number[] = [];
  let xPx = LEFT_PX + 14;
  let widthPx = xPx;
  for (const { modelId, modelVersion, sessions } of groups) {
    starts.push(xPx);
    const namePx = (modelId.length + modelVersion.length + 12) * 7.5;
    widthPx = xPx + Math.max(sessions.length * STEP_PX, namePx);
    xPx = widthPx + BETWEEN_GROUPS_PX;
  }
  return { starts, widthPx: widthPx + RIGHT_PX };
}

interface BarProps {
  readonly compared: ComparedSession;
  readonly xPx: number;
  readonly y: (share: number) => number;
  readonly hatch: string;
}

function Bar({ compared, xPx, y, hatch }: BarProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const shareWords = useShareWords();
  const glyph = useEmotionGlyph();
  const { session, shares, coverage, isLow } = compared;
  const label = t(($) => $.compare.barOf, {
    when: format.dateTime(session.startedAtIso),
    shares: shares
      .filter(({ share }) => share > 0)
      .map(shareWords)
      .join(', '),
    coverage: format.share(coverage),
  });
  let below = 0;
  return (
    <g transform={`translate(${xPx} 0)`}>
      <title>{label}</title>
      {shares.map(({ emotion, share }) => {
        const top = y(below + share);
        const heightPx = y(below) - top;
        below += share;
        if (heightPx <= 0) return null;
        const { colour } = emotionStyle(emotion);
        const isDoubt = emotion === null;
        return (
          <g key={emotion ?? 'not-sure'}>
            <rect
              y={top}
              width={BAR_PX}
              height={heightPx}
              fill={isDoubt ? '#fff' : colour}
              stroke={isDoubt ? colour : '#fff'}
            />
            {heightPx >= LEAST_FOR_LETTERS_PX && (
              <text
                x={BAR_PX / 2}
                y={top + heightPx / 2}
                dy="0.35em"
                textAnchor="middle"
                fill={isDoubt ? INK : inkOn(colour)}
              >
                {glyph(emotion)}
              </text>
            )}
          </g>
        );
      })}
      <rect x={BAR_PX + 3} y={y(1)} width={COVERAGE_PX} height={y(0) - y(1)} fill="#fff" stroke="#8a949b" />
      <rect x={BAR_PX + 3} y={y(coverage)} width={COVERAGE_PX} height={y(0) - y(coverage)} fill="#37424b" />
      {isLow && (
        <rect
          y={y(1)}
          width={BAR_PX}
          height={y(0) - y(1)}
          fill={hatch}
          fillOpacity={0.55}
          stroke={INK}
          strokeDasharray="4 3"
        />
      )}
      <text x={BAR_PX / 2} y={y(0) + 17} textAnchor="middle">
        {format.shortDate(session.startedAtIso)}
      </text>
    </g>
  );
}
