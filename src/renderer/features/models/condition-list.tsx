import { List, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useTranslation } from 'react-i18next';
import type { ApprovalCondition } from '../../../contract/models.ts';
import { useFailureWords } from '../../ui/use-failure-words.ts';

/** Each condition of approval, met or not, in words. */
export function ConditionList({ conditions }: { readonly conditions: readonly ApprovalCondition[] }) {
  const { t } = useTranslation('models');
  const words = useFailureWords();
  return (
    <List spacing="xs" aria-label={t(($) => $.conditions.title)}>
      {conditions.map(({ name, unmet }) => (
        <List.Item
          key={name}
          icon={
            unmet ? (
              <IconAlertTriangle aria-hidden color="light-dark(#b3261e, #ff9a90)" />
            ) : (
              <IconCheck aria-hidden color="light-dark(#1b5e2a, #8ce0a0)" />
            )
          }
        >
          <Text span fw={600}>
            {unmet ? t(($) => $.conditions.unmet) : t(($) => $.conditions.met)}
          </Text>{' '}
          {unmet ? words(unmet) : t(($) => $.condition[name])}
        </List.Item>
      ))}
    </List>
  );
}
