/** The desktop program's entry: runs the command that it was given, or puts the parts of the window together. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, ipcMain, Menu, powerSaveBlocker, safeStorage, session } from 'electron';
import { defaultDataDir } from '../../core/engine/data-folder.node.ts';
import { chooseLanguage } from '../../core/words/choose-language.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import { sentenceOf } from '../../core/words/failure-sentence.ts';
import { createWords } from '../../core/words/words.ts';
import { createService } from '../../service/service.ts';
import { filmDecoderLauncher } from '../film-decoder/launch-film-decoder.ts';
import { labJobLauncher } from '../lab-worker/launch-lab-job.ts';
import { lslLauncher } from '../lsl/launch-lsl.ts';
import { forkInElectron, forkWithoutGpuInElectron } from '../processes/fork-in-electron.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { windowFolders } from '../shared/static-files.ts';
import { trainerLauncher } from '../trainer/launch-trainer.ts';
import { registerAppScheme, serveAppScheme } from './app-protocol.ts';
import { askBeforeLeaving, drawAgainAfterCrash } from './ask-before-leaving.ts';
import { commandArguments } from './command-arguments.ts';
import { guardContents, guardSession } from './guards.ts';
import { joinWindow, offerFolders } from './ipc.ts';
import { safeStorageSecrets } from './safe-storage.ts';
import { startCommand } from './start-command.ts';
import { stayAwakeInSessions } from './stay-awake.ts';
import { createWindow, openWindow } from './window.ts';

const command = commandArguments(process.argv);
if (command) startCommand(command);
else startWindow();

function startWindow(): void {
  registerAppScheme();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(openProgram).catch(stopWithReason);
}

async function openProgram(): Promise<void> {
  const project = projectFolders();
  const service = createService({
    dataDir: dataDirOf(process.argv),
    host: 'desktop',
    modelsDir: project.models,
    resourcesDir: project.resources,
    launchTrainer: trainerLauncher(forkInElectron),
    launchLabJob: labJobLauncher(forkInElectron),
    launchLsl: lslLauncher(forkWithoutGpuInElectron),
    launchFilmDecoder: filmDecoderLauncher(forkWithoutGpuInElectron),
    computerSecrets: safeStorageSecrets(safeStorage, process.platform),
    now: () => new Date(),
    log: console.error,
  });
  guardSession(session.defaultSession);
  serveAppScheme(session.defaultSession.protocol, windowFolders(project));
  // Without a menu there is no reload, zoom or developer-tools key to hit by mistake in a session.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const window = createWindow();
  const part = joinWindow(ipcMain, window.webContents, service);
  const endChoosing = offerFolders(ipcMain, window, dialog);
  askBeforeLeaving(window, dialog, app.getPreferredSystemLanguages());
  drawAgainAfterCrash(window);
  const sleepAgain = stayAwakeInSessions(powerSaveBlocker, service);
  window.once('closed', () => {
    part();
    endChoosing();
    sleepAgain();
  });
  closeBeforeQuit(() => service.close());
  await openWindow(window);
}

/** Chromium's own switches stand among ours and are left to it. */
function dataDirOf(argv: readonly string[]): string {
  const { values } = parseArgs({ args: argv.slice(1), options: { data: { type: 'string' } }, strict: false });
  return typeof values.data === 'string' ? resolve(values.data) : defaultDataDir(process.platform, process.env);
}

/** Holds the quit until the store and a training under way are closed. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    close()
      .catch(stopWithReason)
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

function stopWithReason(error: unknown): void {
  dialog.showErrorBox('Faceward', reasonOf(error));
  app.exit(1);
}

/** There is no window yet that knows the person's language: the system's is taken. */
function reasonOf(error: unknown): string {
  if (!(error instanceof FailureError)) return error instanceof Error ? error.message : String(error);
  return sentenceOf(error, createWords(chooseLanguage(null, app.getPreferredSystemLanguages())));
}
