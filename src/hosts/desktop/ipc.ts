import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { CallError, callErrorData } from '../../contract/error.ts';
import type { Answer } from '../../contract/wire.ts';
import { failure } from '../../core/words/failure.ts';
import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
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

/** Only the main frame of our own window, on a page of our own, is listened to. */
function isFromWindow(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame !== null && frame === contents.mainFrame && isOurs(frame.url);
}
