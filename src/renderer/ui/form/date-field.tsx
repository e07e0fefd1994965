import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker, MonthPicker } from '@mantine/dates';
import IconCalendar from '@tabler/icons-react/icons/IconCalendar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { typedDay, typedMonth } from './typed-date.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'label'> {
  readonly label: string;
  /** yyyy-mm-dd, or yyyy-mm of a month; what is neither stays as it was typed, for the form to refuse. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** The first and the last day that the calendar offers, yyyy-mm-dd. */
  readonly minDate?: string;
  readonly maxDate?: string;
}

interface DatePartProps extends DateFieldProps {
  readonly of: 'day' | 'month';
}

/** A day, typed in any of the usual ways or chosen from a calendar, and shown as the reader's language writes it. */
export function DayField(props: DateFieldProps) {
  return <DatePart of="day" {...props} />;
}

/** A month of a year, in the same way. */
export function MonthField(props: DateFieldProps) {
  return <DatePart of="month" {...props} />;
}

function DatePart({ of, value = '', onChange, minDate, maxDate, onBlur, label, ...rest }: DatePartProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const read = of === 'day' ? typedDay : typedMonth;
  const canonical = read(value);
  const written = canonical === null ? value : of === 'day' ? format.day(canonical) : format.month(canonical);

  function choose(chosen: string | null): void {
    setIsOpen(false);
    if (chosen) onChange?.(chosen.slice(0, of === 'day' ? 10 : 7));
  }

  const calendar = {
    minDate,
    maxDate,
    onChange: choose,
    value: canonical === null ? null : canonical.padEnd(10, '-01'),
    defaultDate: canonical === null ? maxDate : canonical.padEnd(10, '-01'),
    // Escape closes the calendar, not the dialog below it.
    __stopPropagation: true,
    ariaLabels: {
      monthLevelControl: t(($) => $.calendar.toMonths),
      yearLevelControl: t(($) => $.calendar.toYears),
      nextMonth: t(($) => $.calendar.nextMonth),
      previousMonth: t(($) => $.calendar.previousMonth),
      nextYear: t(($) => $.calendar.nextYear),
      previousYear: t(($) => $.calendar.previousYear),
      nextDecade: t(($) => $.calendar.nextDecade),
      previousDecade: t(($) => $.calendar.previousDecade),
    },
  };
  return (
    <TextInput
      label={label}
      {...rest}
      value={typed ?? written}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange?.(read(currentTarget.value) ?? currentTarget.value.trim());
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover opened={isOpen} onChange={setIsOpen} trapFocus returnFocus shadow="md" position="bottom-end">
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t(($) => $.calendar.open, { field: label })}
              disabled={rest.disabled}
              onClick={() => setIsOpen(!isOpen)}
            >
              <IconCalendar size={20} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            {of === 'day' ? (
              <DatePicker {...calendar} />
            ) : (
              // A birth lies years back: the year is asked first.
              <MonthPicker {...calendar} defaultLevel={canonical === null ? 'decade' : 'year'} />
            )}
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
