/**
 * The day on the site's own calendar, yyyy-mm-dd. A consent that holds until the 5th holds until the ward's midnight,
 * not until Greenwich's.
 */
export function localDate(at: Date): string {
  const year = String(at.getFullYear()).padStart(4, '0');
  const month = String(at.getMonth() + 1).padStart(2, '0');
  const day = String(at.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}`;
}

/** Midnight with which a day of the site's calendar begins. */
export function startOfDay(date: string): Date {
  return new Date(`${date}T00:00`);
}

/** The day after another, both yyyy-mm-dd. */
export function dayAfter(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return localDate(new Date(year, month - 1, day + 1));
}
