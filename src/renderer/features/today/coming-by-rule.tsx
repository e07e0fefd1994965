import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../../core/store/retention/retention-kinds.ts';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../ui/format.ts';
import { PageLink } from '../../ui/page-link.tsx';

type Coming = Output<'erasures.comingByRule'>;

const DAY_MS = 24 * 3_600_000;

/** For an administrator: what the site's rules take within the next days, and what they took within the last. Nothing where that is nothing. */
export function ComingByRule() {
  const { data } = useCall('erasures.comingByRule', {});
  const { t } = useTranslation('today');
  const words = useGoesWords();
  if (!data) return null;
  const taken = takenLately(data.lastTaken, data.withinDays);
  if (data.days.length + taken.length === 0) return null;
  return (
    <Text size="sm">
      {data.days.length > 0 && t(($) => $.byRule, { what: data.days.map(words.ofDay).join('; ') })}{' '}
      {taken.length > 0 && t(($) => $.byRuleTaken, { what: taken.map(words.ofTaken).join('; ') })}{' '}
      <PageLink to="/settings">{t(($) => $.toRules)}</PageLink>
    </Text>
  );
}

interface Lately {
  readonly kind: RetentionKind;
  readonly count: number;
  readonly atIso: string;
}

function takenLately(lastTaken: Coming['lastTaken'], withinDays: number): Lately[] {
  const sinceMs = Date.now() - withinDays * DAY_MS;
  return RETENTION_KINDS.flatMap((kind) => {
    const taken = lastTaken[kind];
    return taken && Date.parse(taken.atIso) >= sinceMs ? [{ kind, ...taken }] : [];
  });
}

function useGoesWords() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const counted = (kind: RetentionKind, count: number) => t(($) => $.goes[kind], { count });
  return {
    ofDay: ({ date, ...counts }: Coming['days'][number]) => {
      const kinds = RETENTION_KINDS.filter((kind) => counts[kind] > 0);
      const what = format.list(kinds.map((kind) => counted(kind, counts[kind])));
      return t(($) => $.byRuleOn, { what, date: format.shortDate(date) });
    },
    ofTaken: ({ kind, count, atIso }: Lately) =>
      t(($) => $.byRuleOn, { what: counted(kind, count), date: format.shortDate(atIso) }),
  };
}
