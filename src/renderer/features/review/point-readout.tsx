import { Text } from '@mantine/core';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { emotionStyle } from '../../ui/emotion-style.ts';
import { formatClock, formatCount, formatLength, formatShare } from '../../ui/format.ts';
import type { BucketAt } from '../../ui/timeline/timeline-options.ts';

/** The figures under the pointer, with the number of readings they stand on. */
export function PointReadout({ point }: { readonly point: BucketAt | null }) {
  if (!point) return <Text size="sm">Point at the timeline to read its figures.</Text>;
  const strongest = EMOTIONS[point.strongest] ?? null;
  return (
    <Text size="sm">
      {formatClock(point.fromMs)}: {emotionStyle(strongest).label} {formatShare(point.mean[point.strongest] ?? 0)}{' '}
      (lowest {formatShare(point.low)}, highest {formatShare(point.high)}; {formatCount(point.samples, 'reading')} in{' '}
      {formatLength(point.widthMs)})
    </Text>
  );
}
