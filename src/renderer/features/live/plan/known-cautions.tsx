import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { usePlanWords } from '../../../ui/use-plan-words.ts';

/** Before a session: the cautions with which this child is read. */
export function KnownCautions({ childId }: { readonly childId: string }) {
  const { t } = useTranslation('protocols');
  const words = usePlanWords();
  const cautions = useCall('cautions.list', { childId });
  if (!cautions.data || cautions.data.length === 0) return null;
  return <Text fw={650}>{t(($) => $.cautions.said, { what: words.ofCautions(cautions.data) })}</Text>;
}
