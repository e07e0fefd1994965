import type { Consent } from '../../../contract/children.ts';

/** Whether a consent holds on a day, and if not, why. */
export type ConsentStanding = 'holds' | 'withdrawn' | 'expired';

/** @param today yyyy-mm-dd; the last day of a consent is included. */
export function consentStanding(
  consent: Pick<Consent, 'withdrawnAtIso' | 'untilDate' | 'hasEnded'>,
  today: string,
): ConsentStanding {
  if (consent.withdrawnAtIso) return 'withdrawn';
  return consent.hasEnded || consent.untilDate < today ? 'expired' : 'holds';
}

/** A day of this machine's calendar as yyyy-mm-dd. */
export function localDate(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  return `${moment.getFullYear()}-${month}-${String(moment.getDate()).padStart(2, '0')}`;
}
