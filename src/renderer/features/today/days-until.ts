const DAY_MS = 86_400_000;

/** Days from today to a day of the calendar (yyyy-mm-dd), 0 for today itself: midnights are counted, not hours. */
export function daysUntil(date: string, now: Date): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.UTC(year, month - 1, day) - today) / DAY_MS);
}
