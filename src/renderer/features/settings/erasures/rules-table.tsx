import { useTranslation } from 'react-i18next';
import { type Input, METHODS, type Output } from '../../../../contract/contract.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../../../core/store/retention/retention-kinds.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';

type Rules = Input<'erasures.rulesAhead'>;
type Ahead = Output<'erasures.rulesAhead'>;
type Stored = Output<'erasures.rules'>;

interface RulesTableProps {
  /** As they are typed, which need not be what is kept to yet. */
  readonly rules: Rules;
  readonly stored: Stored;
}

/** Each kind with its rule, what that would take today, and what it last took. No counts while a number cannot be one. */
export function RulesTable({ rules, stored }: RulesTableProps) {
  const { t } = useTranslation('erasing');
  const enabled = METHODS['erasures.rulesAhead'].input.safeParse(rules).success;
  // Never with the count of the rules before: it would stand beside numbers that it does not follow from.
  const ahead = useCall('erasures.rulesAhead', rules, { enabled });
  if (!enabled) return <Kinds rules={rules} stored={stored} ahead={null} />;
  return (
    <Loaded query={ahead} what={t(($) => $.rules.looking)}>
      {(found) => <Kinds rules={rules} stored={stored} ahead={found} />}
    </Loaded>
  );
}

function Kinds({ rules, stored, ahead }: RulesTableProps & { readonly ahead: Ahead | null }) {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  const ruleOf = useRuleWords({ rules, stored });
  const todayOf = useTodayWords();
  return (
    <DataTable
      label={t(($) => $.rules.table)}
      minWidthPx={640}
      rows={RETENTION_KINDS}
      rowKey={(kind) => kind}
      columns={{
        kind: { header: t(($) => $.rules.kind), isRowHeader: true, cell: (kind) => t(($) => $.rules.kinds[kind]) },
        rule: { header: t(($) => $.rules.rule), cell: ruleOf },
        today: { header: t(($) => $.rules.today), cell: (kind) => (ahead ? todayOf(kind, ahead) : '—') },
        last: {
          header: t(($) => $.rules.last),
          cell: (kind) => {
            const taken = stored.lastTaken[kind];
            if (!taken) return t(($) => $.rules.never);
            return t(($) => $.rules.lastTaken, { count: taken.count, at: dateTime(taken.atIso) });
          },
        },
      }}
    />
  );
}

function useRuleWords({ rules, stored }: RulesTableProps) {
  const { t } = useTranslation('erasing');
  const months = (count: number | null, otherwise: string) =>
    count === null ? otherwise : t(($) => $.rules.months, { count });
  return (kind: RetentionKind): string => {
    const forGood = t(($) => $.rules.forGood);
    switch (kind) {
      case 'sessions':
        return months(rules.readingsMonths, forGood);
      case 'pictures':
        return months(
          rules.picturesMonths,
          t(($) => $.rules.withConsent),
        );
      case 'videos':
        return t(($) => $.rules.days, { count: stored.videoDays });
      case 'exports':
        return months(rules.exportsMonths, forGood);
      case 'audit':
        return months(rules.auditMonths, forGood);
    }
  };
}

function useTodayWords() {
  const { t } = useTranslation('erasing');
  return (kind: RetentionKind, ahead: Ahead): string => {
    const count = ahead[kind];
    if (count === 0) return t(($) => $.rules.nothing);
    switch (kind) {
      case 'sessions':
        return t(($) => $.rules.withReadings, {
          sessions: t(($) => $.rules.sessions, { count }),
          readings: t(($) => $.rules.readingsCount, { count: ahead.readings }),
        });
      case 'pictures':
        return t(($) => $.rules.picturesCount, { count });
      case 'videos':
        return t(($) => $.rules.videosCount, { count });
      case 'exports':
        return t(($) => $.rules.exportsCount, { count });
      case 'audit':
        return t(($) => $.rules.auditCount, { count });
    }
  };
}
