import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** How the one window is made. The web preferences are stated even where they are Electron's defaults. */
export const WINDOW_OPTIONS: BrowserWindowConstructorOptions = {
  title: 'Faceward',
  width: 1440,
  height: 900,
  minWidth: 1024,
  minHeight: 700,
  autoHideMenuBar: true,
  show: false,
  webPreferences: {
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // A session goes on while another window covers this one.
    backgroundThrottling: false,
  },
};

/** How a room view is made: as shut as the window, and without the door to the service. */
export const ROOM_WINDOW_OPTIONS: BrowserWindowConstructorOptions = {
  ...WINDOW_OPTIONS,
  minWidth: 320,
  minHeight: 200,
  show: true,
  webPreferences: { ...WINDOW_OPTIONS.webPreferences, preload: undefined },
};

/** Opens the window on the first page; it shows itself once that is drawn. */
export async function openWindow(window: BrowserWindow): Promise<void> {
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${APP_ORIGIN}/`);
}

export function createWindow(): BrowserWindow {
  return new BrowserWindow(WINDOW_OPTIONS);
}
