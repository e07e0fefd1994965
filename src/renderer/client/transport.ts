import type { Answer } from '../../contract/wire.ts';

/**
 * How far a window is from the service.
 * connecting: the first time; open: calls go through; lost: trying again by itself; refused: a new link is needed.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

/** What carries calls and events, unchecked: the desktop's bridge or the browser host's socket. */
export interface Transport {
  /** @throws CallError when there is no connection, or it was lost before the answer came. */
  call(name: string, input: unknown): Promise<Answer>;
  /** @returns The function that ends it. */
  listen(name: string, onEvent: (data: unknown) => void): () => void;
  connectionState(): ConnectionState;
  /** @returns The function that ends it. */
  watchConnection(onChange: (state: ConnectionState) => void): () => void;
}
