import { formatClock } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/language.tsx';

/** A place on a timeline to a tenth of a second, with the decimal sign of the screen's language: "2:03.4", "2:03,4". */
export function useClockTenths(): (ms: number) => string {
  const tenths = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 1 });
  return (ms) => `${formatClock(ms)}${tenths.format((Math.floor(ms / 100) % 10) / 10).slice(1)}`;
}
