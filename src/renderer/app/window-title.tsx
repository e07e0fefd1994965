import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import type { ENGLISH } from '../../core/words/en/en.ts';

/** Which page a window shows, in the catalogue. */
export type WindowTitle = keyof (typeof ENGLISH)['app']['windowTitle'];

/**
 * The title of the window, by the route alone: browsers write titles into their history, into session files and onto
 * screens that are shared, so that no child's code and no name of a file may stand in one.
 */
export function WindowTitleOfRoute() {
  const { t } = useTranslation('app');
  const title = useMatches().at(-1)?.handle as WindowTitle | undefined;
  return <title>{title ? `${t(($) => $.windowTitle[title])} · Faceward` : 'Faceward'}</title>;
}
