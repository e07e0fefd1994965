import { randomBytes } from 'node:crypto';
import type { SessionStreams } from '../../../contract/lsl/lsl.ts';
import type { DistressLimits } from '../../../core/emotion/distress.ts';
import type { Gap } from '../../../core/emotion/gap.ts';
import type { Sample } from '../../../core/emotion/sample.ts';
import { ClockOffset } from '../../../core/lsl/clock-offset.ts';
import type { LslLibrary } from '../../../core/lsl/library/lsl-library.node.ts';
import { lslConfiguration, type Reach } from '../../../core/lsl/reach.ts';
import { SessionLines } from '../../../core/lsl/session-lines.ts';
import { describeStreams, STREAMS, type StreamLine } from '../../../core/lsl/streams.ts';
import type { LaunchLsl, LslTold, LslUnderWay } from './launch-lsl.ts';

/** Streams that ended by themselves are opened again, after this long and so often a session. */
const AGAIN_AFTER_MS = 10_000;
const MOST_TRIES = 4;

/** Of another program's markers a session takes so many in a minute; the rest would drown it. */
const MOST_MARKERS_A_MINUTE = 120;

export interface Opening {
  readonly library: LslLibrary;
  readonly reach: Reach;
  readonly markersFrom: string | null;
  readonly limits: DistressLimits | null;
  /** Its id and version. */
  readonly model: string;
}

/** What a window sent of a session, and when it came. */
export interface StreamedBatch {
  readonly recorderId: string;
  readonly samples: readonly Pick<Sample, 'atMs' | 'probabilities'>[];
  readonly gaps: readonly Gap[];
  /** The session's clock when it was sent. */
  readonly atMs: number;
  /** This machine's steady clock (process.hrtime) when it came. */
  readonly cameAtMs: number;
}

/** Another program's marker, on the session's clock. */
export interface TakenMarker {
  readonly atMs: number;
  readonly text: string;
}

interface LslStreamsOptions {
  readonly launch: LaunchLsl | undefined;
  readonly uptimeMs: () => number;
  readonly onChanged: () => void;
  readonly onOpened: (streams: Pick<SessionStreams, 'sessionId' | 'reach'>, name: string) => void;
  readonly onMarkers: (sessionId: string, stream: string, markers: readonly TakenMarker[]) => void;
  /** Streams that ended by themselves, and why. */
  readonly onFailed: (sessionId: string, details: string) => void;
  readonly onClosed: (sessionId: string, name: string) => void;
}

/** The streams of running sessions. */
export interface LslStreams {
  /** Whether a session's next batch should open its streams: none are open, and none failed too lately or too often. */
  mayOpen(sessionId: string): boolean;
  /**
   * Opens them; batches that come meanwhile wait.
   *
   * @param prepare Null where there should be none after all.
   */
  open(sessionId: string, prepare: () => Promise<Opening | null>): void;
  batch(sessionId: string, batch: StreamedBatch): void;
  /** Sends a line that came by itself; nothing where no streams are open. */
  line(sessionId: string, line: StreamLine): void;
  close(sessionId: string): void;
  closeAll(): void;
  list(): SessionStreams[];
}

interface Streams {
  readonly sessionId: string;
  readonly opening: Opening;
  readonly name: string;
  readonly lines: SessionLines;
  readonly process: LslUnderWay;
  state: SessionStreams['state'];
  hasReceivers: boolean;
  isMarkerStreamThere: boolean;
  takenCount: number;
  /** When the last markers were taken, on the machine's uptime. */
  takenAtMs: number[];
  offset: ClockOffset;
  recorderId: string | null;
}

export function createLslStreams(use: LslStreamsOptions): LslStreams {
  const open = new Map<string, Streams>();
  /** What came while streams were being opened. */
  const waiting = new Map<string, StreamedBatch[]>();
  /** By session, for as long as the process lasts: a receiver finds a stream again that was opened anew. */
  const names = new Map<string, string>();
  const failures = new Map<string, { count: number; atMs: number }>();

  const push = (streams: Streams, lines: readonly StreamLine[]) => {
    if (lines.length === 0 || streams.recorderId === null) return;
    streams.process.push(
      lines.map(({ stream, atMs, values }) => ({
        stream: STREAMS.indexOf(stream),
        steadyMs: streams.offset.steadyMs(atMs),
        values,
      })),
    );
  };

  const close = (sessionId: string) => {
    waiting.delete(sessionId);
    const streams = open.get(sessionId);
    if (!streams) return;
    open.delete(sessionId);
    if (streams.state !== 'failed') {
      push(streams, streams.lines.end());
      streams.process.stop();
      use.onClosed(sessionId, streams.name);
    }
    use.onChanged();
  };

  const told = (streams: Streams, message: LslTold) => {
    if (message.kind === 'markers') take(streams, message.markers);
    else {
      if (message.kind === 'open') streams.state = 'open';
      if (message.kind === 'receivers') streams.hasReceivers = message.any;
      if (message.kind === 'marker-stream') streams.isMarkerStreamThere = message.isThere;
      use.onChanged();
    }
  };

  const take = (streams: Streams, markers: Extract<LslTold, { kind: 'markers' }>['markers']) => {
    if (streams.recorderId === null) return;
    const nowMs = use.uptimeMs();
    streams.takenAtMs = streams.takenAtMs.filter((atMs) => nowMs - atMs < 60_000);
    const taken = markers.slice(0, Math.max(0, MOST_MARKERS_A_MINUTE - streams.takenAtMs.length));
    if (taken.length === 0) return;
    streams.takenAtMs.push(...taken.map(() => nowMs));
    streams.takenCount += taken.length;
    use.onMarkers(
      streams.sessionId,
      streams.opening.markersFrom!,
      taken.map(({ steadyMs, text }) => ({ atMs: Math.max(0, streams.offset.sessionMs(steadyMs)), text })),
    );
    use.onChanged();
  };

  const failed = (sessionId: string, details: string) => {
    const count = (failures.get(sessionId)?.count ?? 0) + 1;
    failures.set(sessionId, { count, atMs: use.uptimeMs() });
    use.onFailed(sessionId, details);
    use.onChanged();
  };

  const begin = (sessionId: string, opening: Opening) => {
    const { library, reach, markersFrom, limits, model } = opening;
    const name = names.get(sessionId) ?? randomBytes(4).toString('hex');
    names.set(sessionId, name);
    const isThis = () => open.get(sessionId) === streams;
    const process = use.launch!(
      { library, configuration: lslConfiguration(reach), streams: describeStreams(name, model), markersFrom },
      {
        onTold: (message) => isThis() && told(streams, message),
        onEnded(details) {
          if (details === null || !isThis()) return;
          streams.state = 'failed';
          streams.hasReceivers = false;
          failed(sessionId, details);
        },
      },
    );
    const streams: Streams = {
      sessionId,
      opening,
      name,
      lines: new SessionLines(limits),
      process,
      state: 'opening',
      hasReceivers: false,
      isMarkerStreamThere: false,
      takenCount: 0,
      takenAtMs: [],
      offset: new ClockOffset(),
      recorderId: null,
    };
    open.set(sessionId, streams);
    use.onOpened({ sessionId, reach }, name);
    use.onChanged();
  };

  const addBatch = (sessionId: string, { recorderId, atMs, cameAtMs, ...batch }: StreamedBatch) => {
    const streams = open.get(sessionId);
    if (!streams || streams.state === 'failed') return;
    // Another window has a clock of its own.
    if (streams.recorderId !== recorderId) streams.offset = new ClockOffset();
    streams.recorderId = recorderId;
    streams.offset.add(atMs, cameAtMs);
    push(streams, streams.lines.batch(batch));
  };

  return {
    mayOpen(sessionId) {
      if (!use.launch || waiting.has(sessionId)) return false;
      const streams = open.get(sessionId);
      if (streams && streams.state !== 'failed') return false;
      const failed = failures.get(sessionId);
      return !failed || (failed.count < MOST_TRIES && use.uptimeMs() - failed.atMs >= AGAIN_AFTER_MS);
    },

    open(sessionId, prepare) {
      const batches: StreamedBatch[] = [];
      waiting.set(sessionId, batches);
      const isAwaited = () => waiting.get(sessionId) === batches;
      const opened = (opening: Opening | null) => {
        if (!isAwaited()) return;
        waiting.delete(sessionId);
        if (!opening) return;
        begin(sessionId, opening);
        for (const batch of batches) addBatch(sessionId, batch);
      };
      prepare().then(opened, (error: unknown) => {
        if (isAwaited()) waiting.delete(sessionId);
        failed(sessionId, String(error));
      });
    },

    batch(sessionId, batch) {
      const batches = waiting.get(sessionId);
      if (batches) batches.push(batch);
      else addBatch(sessionId, batch);
    },

    line(sessionId, line) {
      const streams = open.get(sessionId);
      if (streams && streams.state !== 'failed') push(streams, [line]);
    },

    close,
    closeAll() {
      for (const sessionId of [...open.keys()]) close(sessionId);
    },

    list: () =>
      [...open.values()].map(({ sessionId, opening, name, state, hasReceivers, isMarkerStreamThere, takenCount }) => ({
        sessionId,
        name,
        state,
        reach: opening.reach,
        hasReceivers,
        markersFrom:
          opening.markersFrom === null
            ? null
            : { name: opening.markersFrom, isThere: isMarkerStreamThere, count: takenCount },
      })),
  };
}
