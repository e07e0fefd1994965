import { describe, expect, test } from 'vitest';
import type { LaunchLsl, LslStart, LslTold, SteadyLine } from './launch-lsl.ts';
import { createLslStreams, type Opening, type StreamedBatch } from './lsl-streams.ts';

const OPENING: Opening = {
  library: { file: '/none', sha256: '' },
  reach: 'machine',
  markersFrom: 'Stimulus',
  limits: null,
  model: 'base 1',
};

const PROBABILITIES = [0.05, 0.05, 0.05, 0.7, 0.05, 0.05, 0.05];

/** Processes in the test's hands, and all that the streams tell. */
function handStreams() {
  const processes: {
    start: LslStart;
    pushed: SteadyLine[];
    isStopped: boolean;
    tell(told: LslTold): void;
    end(details: string | null): void;
  }[] = [];
  const clock = { nowMs: 0 };
  const heard: string[] = [];
  const taken: { atMs: number; text: string }[] = [];
  const launch: LaunchLsl = (start, { onTold, onEnded }) => {
    const process = { start, pushed: [] as SteadyLine[], isStopped: false, tell: onTold, end: onEnded };
    processes.push(process);
    return {
      push: (lines) => void process.pushed.push(...lines),
      stop: () => {
        process.isStopped = true;
      },
    };
  };
  const streams = createLslStreams({
    launch,
    uptimeMs: () => clock.nowMs,
    onChanged: () => {},
    onOpened: ({ sessionId }) => heard.push(`opened ${sessionId}`),
    onClosed: (sessionId) => heard.push(`closed ${sessionId}`),
    onFailed: (sessionId, details) => heard.push(`failed ${sessionId}: ${details}`),
    onMarkers: (_, __, markers) => taken.push(...markers),
  });
  const open = async (opening: Opening | null = OPENING) => {
    streams.open('s', () => Promise.resolve(opening));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { processes, clock, heard, taken, streams, open };
}

const batch = (atMs: number, more: Partial<StreamedBatch> = {}): StreamedBatch => ({
  recorderId: 'a',
  samples: [{ atMs, probabilities: PROBABILITIES }],
  gaps: [],
  atMs,
  cameAtMs: 5000 + atMs,
  ...more,
});

describe('the streams of a session', () => {
  test('batches that come while they are being opened are not lost, and keep their order', async () => {
    const { streams, processes } = handStreams();
    streams.open('s', () => Promise.resolve(OPENING));
    expect(streams.mayOpen('s'), 'not twice').toBe(false);
    streams.batch('s', batch(100));
    streams.batch('s', batch(200));
    await expect.poll(() => processes[0]?.pushed.map(({ steadyMs }) => steadyMs)).toEqual([5100, 5200]);
  });

  test('another window has a clock of its own', async () => {
    const { streams, processes, open } = handStreams();
    await open();
    streams.batch('s', batch(100));
    streams.batch('s', batch(900, { recorderId: 'b', cameAtMs: 9000 }));
    expect(processes[0]!.pushed.map(({ steadyMs }) => steadyMs)).toEqual([5100, 9000]);
  });

  test('are closed with the gap that goes on, and once', async () => {
    const { streams, processes, heard, open } = handStreams();
    await open();
    streams.batch('s', batch(100, { samples: [], gaps: [{ fromMs: 0, toMs: 100, reason: 'no-face' }] }));
    streams.close('s');
    streams.close('s');
    expect(processes[0]!.pushed.map(({ values }) => values[0])).toEqual(['gap/no-face', 'gap/no-face/end']);
    expect(processes[0]!.isStopped).toBe(true);
    expect(heard).toEqual(['opened s', 'closed s']);
    expect(streams.list()).toEqual([]);
  });

  test('closed while they were being opened, they are not opened', async () => {
    const { streams, processes } = handStreams();
    streams.open('s', () => Promise.resolve(OPENING));
    streams.closeAll();
    await Promise.resolve();
    await Promise.resolve();
    expect(processes).toEqual([]);
    expect(streams.mayOpen('s')).toBe(true);
  });

  test('that ended by themselves are told, opened again after a while under the same name, and not for ever', async () => {
    const { streams, processes, clock, heard, open } = handStreams();
    for (let count = 1; count <= 4; count += 1) {
      expect(streams.mayOpen('s')).toBe(true);
      await open();
      processes.at(-1)!.end('SIGSEGV');
      expect(streams.list()).toMatchObject([{ state: 'failed' }]);
      expect(streams.mayOpen('s'), 'not at once').toBe(false);
      clock.nowMs += 10_000;
    }
    expect(streams.mayOpen('s'), 'not a fifth time').toBe(false);
    expect(heard.filter((each) => each === 'failed s: SIGSEGV')).toHaveLength(4);
    expect(new Set(processes.map(({ start }) => start.streams[0]!.sourceId)).size).toBe(1);
  });

  test('a reading out of order ends the streams and never the call that stored it', async () => {
    const { streams, processes, heard, open } = handStreams();
    await open({ ...OPENING, limits: { atLeast: 0.6, below: 0.3 } });
    streams.batch('s', batch(500));
    streams.batch('s', batch(400));
    expect(processes[0]!.isStopped).toBe(true);
    expect(heard.at(-1)).toMatch(/^failed s: /);
    expect(streams.list()).toMatchObject([{ state: 'failed' }]);
  });

  test('of another program’s markers so many are taken in a minute, at the session’s time', async () => {
    const { streams, processes, clock, taken, open } = handStreams();
    await open();
    processes[0]!.tell({ kind: 'markers', markers: [{ steadyMs: 1, text: 'before any batch' }] });
    expect(taken).toEqual([]);
    streams.batch('s', batch(100));
    const flood = Array.from({ length: 300 }, (_, index) => ({ steadyMs: 5050 + index, text: `${index}` }));
    processes[0]!.tell({ kind: 'markers', markers: flood });
    processes[0]!.tell({ kind: 'markers', markers: flood });
    expect(taken).toHaveLength(120);
    expect(taken[0]).toEqual({ atMs: 50, text: '0' });
    clock.nowMs += 60_000;
    processes[0]!.tell({ kind: 'markers', markers: flood.slice(0, 1) });
    expect(taken).toHaveLength(121);
  });

  test('a host that opens none has none', () => {
    const nothing = () => {};
    const told = { onChanged: nothing, onOpened: nothing, onClosed: nothing, onFailed: nothing, onMarkers: nothing };
    expect(createLslStreams({ launch: undefined, uptimeMs: () => 0, ...told }).mayOpen('s')).toBe(false);
  });
});
