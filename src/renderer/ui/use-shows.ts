import { useTranslation } from 'react-i18next';
import { common } from '../../core/words/en/common.ts';

type Shows = keyof typeof common.shows;

/** Says in the screen's language what the pictures of a test show; words that the catalogue lacks stay as they are. */
export function useShows(): (shows: string) => string {
  const { t } = useTranslation('common');
  return (shows) => (Object.hasOwn(common.shows, shows) ? t(($) => $.shows[shows as Shows]) : shows);
}
