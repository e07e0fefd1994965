import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from './date-field.tsx';
import { typedDay } from './typed-date.ts';

interface DayFilterProps {
  readonly label: string;
  /** yyyy-mm-dd, or '' for no bound. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * A day that bounds what is shown. What is no day sets no bound, and is told once it has been left. To empty it from outside,
 * give it another key.
 */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState(value);
  const [isLeft, setIsLeft] = useState(true);
  const isWrong = isLeft && typed !== '' && typedDay(typed) === null;
  return (
    <DayField
      label={label}
      value={typed}
      error={isWrong ? t(($) => $.calendar.dayWrong) : undefined}
      onFocus={() => setIsLeft(false)}
      onBlur={() => setIsLeft(true)}
      onChange={(text) => {
        setTyped(text);
        onChange(typedDay(text) ?? '');
      }}
    />
  );
}
