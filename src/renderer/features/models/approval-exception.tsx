import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFailureWords } from '../../ui/use-failure-words.ts';

/** What a model was approved in spite of, why, by whom and when. */
export function ApprovalException({ exception }: { readonly exception: NonNullable<Model['approvalException']> }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  const words = useFailureWords();
  const { reason, unmet, by, atIso } = exception;
  return (
    <Notice kind="warning" title={t(($) => $.exception.title)}>
      <List size="sm">
        {unmet.map((each) => (
          <List.Item key={each.reason}>{words(each)}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {t(($) => $.exception.by, { by, date: format.date(atIso), reason })}
      </Text>
    </Notice>
  );
}
