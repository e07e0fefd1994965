import type { BrowserWindow, IpcMain } from 'electron';
import { expect, it, vi } from 'vitest';
import { fakeElectron } from '../testing/fake-electron.ts';
import { CHOOSE_FOLDER_CHANNEL } from './channels.ts';
import { offerFolders } from './ipc.ts';

const electron = await vi.hoisted(async () => (await import('../testing/fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron.module);

it('gives the folder that somebody chooses to its own window, and to nobody else', async () => {
  const { module, handlers, folders } = fakeElectron();
  const window = new module.BrowserWindow({});
  const end = offerFolders(
    module.ipcMain as never as IpcMain,
    window as never as BrowserWindow,
    module.dialog as never,
  );
  const { webContents } = window;
  const choose = (event: object = {}) =>
    handlers.get(CHOOSE_FOLDER_CHANNEL)!({ sender: webContents, senderFrame: webContents.mainFrame, ...event });
  folders.push('/data/faces');
  expect(await choose({ senderFrame: { url: 'https://example.org/' } })).toBeNull();
  expect(await choose()).toBe('/data/faces');
  expect(await choose(), 'the dialog was closed').toBeNull();
  end();
  expect(handlers.has(CHOOSE_FOLDER_CHANNEL)).toBe(false);
});
