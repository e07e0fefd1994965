import type { FacewardBridge } from '../../contract/wire.ts';
import type { Transport } from './transport.ts';

/** Calls through the bridge that the desktop's preload puts on the window. It cannot be lost while the window lives. */
export function bridgeTransport(bridge: FacewardBridge): Transport {
  return {
    call: (name, input) => bridge.call(name, input),
    listen: (name, onEvent) => bridge.listen(name, onEvent),
    connectionState: () => 'open',
    watchConnection: () => () => undefined,
  };
}
