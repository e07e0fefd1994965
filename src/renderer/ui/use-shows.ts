import { useTranslation } from 'react-i18next';
import { common } from '../../core/words/en/common.ts';

type Shows = keyof typeof common.shows;

/** Gives what the pictures of a test show in the language of the screen; what the catalogue does not know as it is. */
export function useShows(): (shows: string) => string {
  const { t } = useTranslation('common');
  return (shows) => (Object.hasOwn(common.shows, shows) ? t(($) => $.shows[shows as Shows]) : shows);
}
