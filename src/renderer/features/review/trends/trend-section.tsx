import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { Section } from '../../../ui/section.tsx';
import { ModelShape, TrendChart } from './trend-chart.tsx';
import { trendPoints } from './trend-points.ts';

/** A child's sessions on an axis of real time. */
export function TrendSection({ sessions }: { readonly sessions: Output<'sessions.compare'> }) {
  const { t } = useTranslation('trends');
  const found = trendPoints(sessions);
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      {found.points.length > 0 && <TrendChart points={found.points} />}
      <Group gap="lg">
        {found.models.map((model, index) => (
          <Group key={model} gap={4}>
            <ModelShape model={index} />
            <Text size="sm">{model}</Text>
          </Group>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t(($) => $.key)}
      </Text>
      {found.films > 0 && <Text size="sm">{t(($) => $.films, { count: found.films })}</Text>}
    </Section>
  );
}
