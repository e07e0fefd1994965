/** The only code that sees both the window and Electron. It runs sandboxed and lets through calls, events and the choice of a folder, no more. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { FacewardBridge } from '../../contract/wire.ts';
import { BRIDGE_KEY, CALL_CHANNEL, CHOOSE_FOLDER_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge: FacewardBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  listen(name, onEvent) {
    const listener = (_event: IpcRendererEvent, told: string, data: unknown) => {
      if (told === name) onEvent(data);
    };
    ipcRenderer.on(EVENT_CHANNEL, listener);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, listener);
    };
  },
  chooseFolder: () => ipcRenderer.invoke(CHOOSE_FOLDER_CHANNEL),
  pathOf: (file) => webUtils.getPathForFile(file as File) || null,
};

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge);
