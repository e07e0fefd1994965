import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { CallError, callErrorData } from '../../contract/error.ts';
import type { Answer } from '../../contract/wire.ts';
import { failure } from '../../core/words/failure.ts';
import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';
import { CALL_CHANNEL, CHOOSE_FOLDER_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOurs } from './guards.ts';

/**
 * Joins one window to the service: its calls in, the events it may hear out.
 *
 * @returns The function that parts them; the caller is disconnected.
 */
export function joinWindow(ipc: IpcMain, contents: WebContents, service: Service): () => void {
  const caller: Caller = service.connect();
  ipc.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Answer> => {
    if (!isFromWindow(event, contents) || typeof name !== 'string') return REFUSED;
    return await service.answer(caller, name, input);
  });
  const ends = (Object.keys(EVENTS) as EventName[]).map((event) =>
    service.listen(caller, event, (data) => {
      if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event, data);
    }),
  );
  return () => {
    ipc.removeHandler(CALL_CHANNEL);
    for (const end of ends) end();
    service.disconnect(caller);
  };
}

const REFUSED: Answer = {
  error: callErrorData(new CallError('forbidden', failure('call.from-elsewhere'))),
};

/**
 * Lets the window ask for a folder, in the system's own dialog: a page cannot read the disk, and gets no more than the path.
 *
 * @returns The function that ends it.
 */
export function offerFolders(ipc: IpcMain, window: BrowserWindow, dialog: Pick<Dialog, 'showOpenDialog'>): () => void {
  ipc.handle(CHOOSE_FOLDER_CHANNEL, async (event): Promise<string | null> => {
    if (!isFromWindow(event, window.webContents)) return null;
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'dontAddToRecent'] });
    return filePaths[0] ?? null;
  });
  return () => ipc.removeHandler(CHOOSE_FOLDER_CHANNEL);
}

/** Only the main frame of our own window, on a page of our own, is listened to. */
function isFromWindow(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame !== null && frame === contents.mainFrame && isOurs(frame.url);
}
