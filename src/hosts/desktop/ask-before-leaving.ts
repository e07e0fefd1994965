import type { BrowserWindow, Dialog } from 'electron';
import { chooseLanguage } from '../../core/words/choose-language.ts';
import { createWords } from '../../core/words/words.ts';

const LEAVE = 1;

/**
 * A page that asks to be kept, since a session runs in it, is not closed without a word. Electron shows no question of
 * its own: it would leave the window open and say nothing.
 *
 * @param languages The system's, best first: the main process does not know what the person chose in the window.
 */
export function askBeforeLeaving(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  languages: readonly string[],
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const t = createWords(chooseLanguage(null, languages)).getFixedT(null, 'app');
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Faceward',
      message: t(($) => $.leave.title),
      detail: t(($) => $.leave.text),
      buttons: [t(($) => $.leave.stay), t(($) => $.leave.leave)],
      defaultId: 0,
      cancelId: 0,
    });
    // For this event, preventing the default means to leave all the same.
    if (answer === LEAVE) event.preventDefault();
  });
}

/** A window whose page crashed is drawn again: a session that ran in it can be gone on with. */
export function drawAgainAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
}
