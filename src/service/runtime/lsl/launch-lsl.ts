import type { LslLibrary } from '../../../core/lsl/library/lsl-library.node.ts';
import type { StreamDescription, StreamLine } from '../../../core/lsl/streams.ts';

/** What a process that streams is begun with. */
export interface LslStart {
  readonly library: LslLibrary;
  /** In the words of liblsl's lsl_api.cfg. */
  readonly configuration: string;
  readonly streams: readonly StreamDescription[];
  /** Name of another program's text stream, whose markers are wanted; null for none. */
  readonly markersFrom: string | null;
}

/** A sample of a stream, with its time on this machine's steady clock (process.hrtime). */
export interface SteadyLine extends Pick<StreamLine, 'values'> {
  /** Which of the streams. */
  readonly stream: number;
  readonly steadyMs: number;
}

/** A marker of another program, with its time on this machine's steady clock. */
export interface MarkerIn {
  readonly steadyMs: number;
  readonly text: string;
}

/** What such a process tells. */
export type LslTold =
  | { readonly kind: 'open' }
  | { readonly kind: 'receivers'; readonly any: boolean }
  | { readonly kind: 'marker-stream'; readonly isThere: boolean }
  | { readonly kind: 'markers'; readonly markers: readonly MarkerIn[] };

/** Streams that are open in a process of their own: a fault of native code ends it, and no session. */
export interface LslUnderWay {
  push(lines: readonly SteadyLine[]): void;
  /** Closes the streams; `ended` tells when they are. */
  stop(): void;
}

/** Opens streams in another process; each host has its own kind of process. */
export type LaunchLsl = (
  start: LslStart,
  listener: {
    readonly onTold: (told: LslTold) => void;
    /** @param details Why, for the log; null when it was asked to end. */
    readonly onEnded: (details: string | null) => void;
  },
) => LslUnderWay;
