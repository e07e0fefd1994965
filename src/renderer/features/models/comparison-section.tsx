import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** How a model stands to another on the same images, and who compared them when that was done after it was made. */
export function ComparisonSection({ comparison }: { readonly comparison: NonNullable<Model['comparison']> }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  const { again } = comparison;
  return (
    <Section title={t(($) => $.comparison)}>
      {again && (
        <Text>
          {t(($) => (again.lockedBy ? $.again.madeHere : $.again.made), {
            by: again.by,
            date: format.date(again.atIso),
            number: again.lookCount ?? 1,
          })}
        </Text>
      )}
      <ComparisonView comparison={comparison} />
    </Section>
  );
}
