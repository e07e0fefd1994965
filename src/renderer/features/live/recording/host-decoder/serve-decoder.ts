import type { Client } from '../../../../client/create-client.ts';
import { windowFailure } from '../../../../ui/window-failure.ts';
import type { FromHost, ToHost } from './host-decoder-messages.ts';

/** @returns The port by which a worker asks the host to decode. */
export function serveDecoder(call: Client['call']): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data: { id, name, input } }: MessageEvent<ToHost>) => {
    const answer = await call(name, input as never).then(
      (output): FromHost => ({ id, kind: 'answer', output }),
      (error): FromHost => ({ id, kind: 'failed', failure: windowFailure(error) }),
    );
    port1.postMessage(answer);
  };
  return port2;
}
