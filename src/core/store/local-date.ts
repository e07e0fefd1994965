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
