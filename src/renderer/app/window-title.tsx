import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import type { ENGLISH } from '../../core/words/en/en.ts';
import { useRunningMinutes } from '../features/live/running/use-running-minutes.ts';

/** Which page a window shows, in the catalogue. */
export type WindowTitle = keyof (typeof ENGLISH)['app']['windowTitle'];

/**
 * The title of the window, by the route and by how long a session of this window runs: browsers write titles into their
 * history, into session files and onto screens that are shared, so that no child's code and no name of a file may stand
 * in one.
 */
export function WindowTitleOfRoute() {
  const { t } = useTranslation('app');
  const title = useMatches().at(-1)?.handle as WindowTitle | undefined;
  return <TitleOf page={title ? t(($) => $.windowTitle[title]) : null} />;
}

/** @param page Null where no page is open: at the door, or while the screen is locked. */
export function TitleOf({ page }: { readonly page: string | null }) {
  const { t } = useTranslation('live');
  const minutes = useRunningMinutes();
  const runs = minutes === null ? null : t(($) => $.running.inTitle, { minutes });
  return <title>{[runs, page, 'Faceward'].filter((part) => part !== null).join(' · ')}</title>;
}
