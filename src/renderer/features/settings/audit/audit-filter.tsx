import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedInput } from '../../../../contract/contract.ts';
import { DayFilter } from '../../../ui/form/day-filter.tsx';
import { AUDIT_TOPICS } from './audit-words.ts';

type Filter = NonNullable<ParsedInput<'audit.list'>['filter']>;

export const NO_FILTER: Filter = { who: null, what: null, childCode: null, fromIso: null, untilIso: null };

interface AuditFilterProps {
  readonly who: readonly string[];
  readonly onChange: (filter: Filter) => void;
}

/** Asks for entries by who, what, which child and when; every field asks at once. */
export function AuditFilter({ who, onChange }: AuditFilterProps) {
  const { t } = useTranslation('records');
  const [asked, setAsked] = useState({ ...NO_FILTER, fromDay: '', untilDay: '' });
  const [cleared, setCleared] = useState(0);
  const ask = (change: Partial<typeof asked>) => {
    const next = { ...asked, ...change };
    setAsked(next);
    onChange({
      who: next.who,
      what: next.what,
      childCode: next.childCode?.trim() ? next.childCode.trim() : null,
      fromIso: next.fromDay ? new Date(`${next.fromDay}T00:00`).toISOString() : null,
      untilIso: next.untilDay ? dayAfter(next.untilDay).toISOString() : null,
    });
  };
  return (
    <Group align="flex-end">
      <Select
        label={t(($) => $.search.who)}
        placeholder={t(($) => $.search.everybody)}
        data={[...who]}
        value={asked.who}
        onChange={(name) => ask({ who: name })}
        searchable
        clearable
        w={180}
      />
      <Select
        label={t(($) => $.search.what)}
        placeholder={t(($) => $.search.everything)}
        data={AUDIT_TOPICS.map((topic) => ({ value: `${topic}.`, label: t(($) => $.topic[topic]) }))}
        value={asked.what}
        onChange={(what) => ask({ what })}
        searchable
        clearable
        w={220}
      />
      <TextInput
        label={t(($) => $.search.child)}
        value={asked.childCode ?? ''}
        onChange={({ currentTarget }) => ask({ childCode: currentTarget.value })}
        w={150}
      />
      <DayFilter
        key={`from ${cleared}`}
        label={t(($) => $.search.from)}
        value={asked.fromDay}
        onChange={(fromDay) => ask({ fromDay })}
      />
      <DayFilter
        key={`until ${cleared}`}
        label={t(($) => $.search.until)}
        value={asked.untilDay}
        onChange={(untilDay) => ask({ untilDay })}
      />
      <Button
        variant="default"
        onClick={() => {
          ask({ ...NO_FILTER, fromDay: '', untilDay: '' });
          setCleared(cleared + 1);
        }}
      >
        {t(($) => $.search.clear)}
      </Button>
    </Group>
  );
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}
