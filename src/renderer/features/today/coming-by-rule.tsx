import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../../core/store/retention/retention-kinds.ts';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageLink } from '../../ui/page-link.tsx';

type Coming = Output<'erasures.comingByRule'>;

const DAY_MS = 24 * 3_600_000;

/** For an administrator: what the site's rules take within the next days, and what they took within the last. Nothing where that is nothing. */
export function ComingByRule() {
  const { t } = useTranslation('today');
  const { data } = useCall('erasures.comingByRule', {});
  const words = useGoesWords();
  if (!data) return null;
  const { days, withinDays, lastTaken } = data;
  const taken = takenLately(lastTaken, withinDays);
  if (days.length > 0) {
    return (
      <Notice kind="warning" title={t(($) => $.byRule, { count: withinDays })}>
        {days.map((day) => (
          <Text key={day.date}>{words.ofDay(day)}</Text>
        ))}
        {taken.length > 0 && <Text>{words.ofTaken(taken)}</Text>}
        <PageLink to="/settings">{t(($) => $.toRules)}</PageLink>
      </Notice>
    );
  }
  return taken.length > 0 ? <Text size="sm">{words.ofTaken(taken)}</Text> : null;
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
    ofDay: ({ date, ...counts }: Coming['days'][number]) =>
      t(($) => $.byRuleOn, {
        date: format.day(date),
        what: format.list(
          RETENTION_KINDS.flatMap((kind) => {
            const count = (counts as Partial<Record<RetentionKind, number>>)[kind] ?? 0;
            return count > 0 ? [counted(kind, count)] : [];
          }),
        ),
      }),
    ofTaken: (taken: readonly Lately[]) =>
      t(($) => $.byRuleTaken, {
        what: format.list(
          taken.map(({ kind, count, atIso }) =>
            t(($) => $.byRuleTakenOn, { what: counted(kind, count), date: format.date(atIso) }),
          ),
        ),
      }),
  };
}
