import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../contract/contract.ts';
import { FOUND_STATES } from '../../../contract/sessions.ts';
import { useCall } from '../../client/use-call.ts';
import { DayFilter } from '../../ui/form/day-filter.tsx';

/** Which sessions are looked for. */
export type SessionFilter = Required<Omit<Input<'sessions.page'>, 'page'>>;

export const EVERY_SESSION: SessionFilter = {
  childId: null,
  fromDay: null,
  untilDay: null,
  state: null,
  only: null,
  startedBy: null,
};

interface SessionFiltersProps {
  readonly filter: SessionFilter;
  readonly onChange: (filter: SessionFilter) => void;
}

/** Finds sessions by child, day, state and who began them. */
export function SessionFilters({ filter, onChange }: SessionFiltersProps) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const { t: children } = useTranslation('children');
  const codes = useCall('children.codes', {});
  const starters = useCall('sessions.starters', {});
  const [cleared, setCleared] = useState(0);
  const isOpen = Object.values(filter).every((value) => value === null);
  const any = t(($) => $.find.any);
  return (
    <Group role="search" aria-label={t(($) => $.find.title)} align="flex-start" gap="sm">
      <Select
        label={t(($) => $.sessions.child)}
        placeholder={any}
        clearable
        searchable
        limit={50}
        w={170}
        data={(codes.data ?? []).map(({ id, code }) => ({ value: id, label: code }))}
        value={filter.childId}
        onChange={(childId) => onChange({ ...filter, childId })}
      />
      <DayFilter
        key={`from ${cleared}`}
        label={t(($) => $.find.from)}
        value={filter.fromDay ?? ''}
        onChange={(day) => onChange({ ...filter, fromDay: day || null })}
      />
      <DayFilter
        key={`until ${cleared}`}
        label={t(($) => $.find.until)}
        value={filter.untilDay ?? ''}
        onChange={(day) => onChange({ ...filter, untilDay: day || null })}
      />
      <Select
        label={t(($) => $.sessions.state)}
        placeholder={any}
        clearable
        w={190}
        data={FOUND_STATES.map((state) => ({
          value: state,
          label: state === 'set-aside' ? children(($) => $.setAside.inList) : common(($) => $.sessionState[state]),
        }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state: FOUND_STATES.find((each) => each === state) ?? null })}
      />
      <Select
        label={t(($) => $.sessions.startedBy)}
        placeholder={any}
        clearable
        searchable
        w={170}
        data={starters.data ?? []}
        value={filter.startedBy}
        onChange={(startedBy) => onChange({ ...filter, startedBy })}
      />
      <Button
        variant="default"
        mt={26}
        disabled={isOpen}
        onClick={() => {
          setCleared(cleared + 1);
          onChange(EVERY_SESSION);
        }}
      >
        {t(($) => $.find.clear)}
      </Button>
    </Group>
  );
}
