/** For tests: a thread that exchanges what its message says with its peers, and answers with what it got. */
import { parentPort } from 'node:worker_threads';
import { joinPeers, type MeetingPlace } from '../wasm-workers/peers.ts';

export interface Exchange {
  readonly place: MeetingPlace;
  readonly rank: number;
  readonly turns: readonly { readonly kind: 'mean' | 'gather'; readonly own: readonly number[] }[];
}

/** What came of it: the numbers of each turn, or the name of the error. */
export type Exchanged = readonly (readonly number[])[] | string;

parentPort!.on('message', ({ place, rank, turns }: Exchange) => {
  const peers = joinPeers(place, rank);
  const answer = (exchanged: Exchanged) => parentPort!.postMessage(exchanged);
  try {
    answer(turns.map(({ kind, own }) => [...peers[kind](Float32Array.from(own))]));
  } catch (error) {
    answer((error as Error).name);
  }
});
