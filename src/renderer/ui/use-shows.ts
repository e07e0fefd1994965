import { useTranslation } from 'react-i18next';
import { live } from '../../core/words/en/live.ts';

type Shows = keyof typeof live.reading.shows;

/** Gives what the pictures of a test show in the language of the screen; what the catalogue does not know as it is. */
export function useShows(): (shows: string) => string {
  const { t } = useTranslation('live');
  return (shows) => (Object.hasOwn(live.reading.shows, shows) ? t(($) => $.reading.shows[shows as Shows]) : shows);
}
