/**
 * A moment as the site's own clocks showed it, without a zone: yyyy-mm-ddThh:mm:ss, fractions of a second cut off.
 *
 * @param timeZone IANA name.
 */
export function siteTime(iso: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}

/** The day of the site's calendar, yyyy-mm-dd. */
export function siteDay(iso: string, timeZone: string): string {
  return siteTime(iso, timeZone).slice(0, 10);
}
