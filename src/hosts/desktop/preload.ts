/** The only code that sees both the window and Electron. It runs sandboxed and lets through calls and events, no more. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { FacewardBridge } from '../../contract/wire.ts';
import { BRIDGE_KEY, CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

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
};

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge);
