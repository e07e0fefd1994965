import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelDecision } from '../../../contract/models.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** What people decided of a model, with their reasons; newest first. */
export function DecisionList({ decisions }: { readonly decisions: readonly ModelDecision[] }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  return (
    <Section title={t(($) => $.decide.list)}>
      <List spacing="xs">
        {decisions.map(({ kind, by, atIso, reason }) => (
          <List.Item key={atIso}>
            <Text style={{ overflowWrap: 'anywhere' }}>
              {t(($) => $.decided[kind], { by, date: format.date(atIso), reason })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
