import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunPoints } from '../../../../contract/results.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../ui/format.ts';
import { CATEGORIES, type Coding, categoriesOf, markOf } from './codings.ts';
import { drawMark } from './point-marks.ts';

const SIDE_PX = 16;

interface MapLegendProps {
  readonly points: RunPoints;
  readonly coding: Coding;
}

/** What each mark stands for, and how many there are. */
export function MapLegend({ points, coding }: MapLegendProps) {
  const { t } = useTranslation('results');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const counts = Map.groupBy(categoriesOf(points, coding), (each) => each);
  const words = (category: number): string => {
    if (category < 0) return t(($) => $.map.unknown);
    if (coding === 'truth' || coding === 'said') return common(($) => $.emotion[EMOTIONS[category] ?? EMOTIONS[0]]);
    if (coding === 'ageBand') return t(($) => $.map.years, { band: CATEGORIES.ageBand[category] ?? '' });
    if (coding === 'right') return t(($) => $.map.right[CATEGORIES.right[category] ?? 'right']);
    if (coding === 'split') return t(($) => $.map.split[CATEGORIES.split[category] ?? 'train']);
    return t(($) => $.map.group[CATEGORIES.group[category] ?? 'child']);
  };
  return (
    <Group gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {[...counts]
        .sort(([a], [b]) => a - b)
        .map(([category, rows]) => (
          <Group key={category} component="li" gap={4}>
            <canvas
              data-turned
              key={`${coding} ${category}`}
              aria-hidden
              width={2 * SIDE_PX}
              height={2 * SIDE_PX}
              style={{ width: SIDE_PX, height: SIDE_PX }}
              ref={(canvas) => {
                const context = canvas?.getContext('2d');
                context?.setTransform(2, 0, 0, 2, SIDE_PX, SIDE_PX);
                if (context) drawMark(context, markOf(coding, category), SIDE_PX / 3);
              }}
            />
            <Text span size="sm">
              {t(($) => $.map.count, { what: words(category), number: format.number(rows.length) })}
            </Text>
          </Group>
        ))}
    </Group>
  );
}
