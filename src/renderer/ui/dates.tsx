import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/nl';
import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';

/** Calendars in the language of the screen; weeks begin on Monday in all of them, and no day is pale red, which few can read. */
export function Dates({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>{children}</DatesProvider>;
}
