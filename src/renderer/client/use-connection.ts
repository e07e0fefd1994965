import { useSyncExternalStore } from 'react';
import { transport } from './client.ts';
import type { ConnectionState } from './transport.ts';

/** How far the window is from the service, now. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(transport.watchConnection, transport.connectionState);
}
