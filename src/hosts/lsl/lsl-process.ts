/**
 * The process that has liblsl in it: opens the streams of one session, sends what it is told, and hands on the markers of
 * another program. It ends with its host.
 */
import { setTimeout } from 'node:timers/promises';
import { assertIs } from '../../core/lsl/library/install-lsl.node.ts';
import { type Lsl, loadLsl, type Outlet } from '../../core/lsl/library/liblsl.node.ts';
import type { LslStart, SteadyLine } from '../../service/runtime/lsl/launch-lsl.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { FromLsl, ToLsl } from './launch-lsl.ts';

/** How often markers of others are asked for, and told. */
const PULL_EVERY_MS = 50;
/** How often it is looked who receives, and the clocks are compared again. */
const LOOK_EVERY_MS = 1000;
/** How long the other program's stream is searched for at a time. */
const SEARCH_S = 2;

const port = parentPort<ToLsl, FromLsl>();
let end = () => leave();
const waiting: SteadyLine[] = [];
let push = (lines: readonly SteadyLine[]) => void waiting.push(...lines);

port.onLost(() => end());
port.onMessage((message) => {
  if (message.kind === 'stop') end();
  else if (message.kind === 'push') push(message.lines);
  else open(message.start).catch(fail);
});

async function open({ library, configuration, streams, markersFrom }: LslStart): Promise<void> {
  await assertIs(library.file, library.sha256, 'liblsl');
  const lsl = loadLsl(library.file, configuration);
  const clock = clockOf(lsl);
  const outlets = streams.map((each) => lsl.openOutlet(each));
  const closing = new AbortController();
  end = () => {
    closing.abort();
    for (const outlet of outlets) outlet.close();
    leave();
  };
  push = (lines) => {
    for (const { stream, steadyMs, values } of lines) outlets[stream]!.push(clock.lslS(steadyMs), values);
  };
  push(waiting.splice(0));
  await port.send({ kind: 'told', told: { kind: 'open' } });
  lookForReceivers(outlets, clock, closing.signal);
  if (markersFrom !== null) await handOnMarkers(lsl, clock, markersFrom, closing.signal);
}

/**
 * This machine's steady clock against LSL's. On Linux they are one; elsewhere they are both steady, and compared again
 * every second.
 */
function clockOf(lsl: Lsl) {
  const compare = () => {
    const tries = Array.from({ length: 5 }, () => {
      const before = steadyMs();
      const lslMs = 1000 * lsl.localClock();
      const after = steadyMs();
      return { widthMs: after - before, leadMs: lslMs - (before + after) / 2 };
    });
    return tries.reduce((best, each) => (each.widthMs < best.widthMs ? each : best)).leadMs;
  };
  let leadMs = compare();
  return {
    again: () => {
      leadMs = compare();
    },
    lslS: (atSteadyMs: number) => (atSteadyMs + leadMs) / 1000,
    steadyMs: (atLslS: number) => 1000 * atLslS - leadMs,
  };
}

function lookForReceivers(outlets: readonly Outlet[], clock: ReturnType<typeof clockOf>, signal: AbortSignal): void {
  let before = false;
  const timer = setInterval(() => {
    clock.again();
    const any = outlets.some((outlet) => outlet.hasConsumers());
    if (any !== before) void port.send({ kind: 'told', told: { kind: 'receivers', any } });
    before = any;
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Until the streams are closed; a stream that was lost is looked for again. */
async function handOnMarkers(
  lsl: Lsl,
  clock: ReturnType<typeof clockOf>,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const inlet = await lsl.openTextInlet(name, SEARCH_S);
    if (!inlet) continue;
    await port.send({ kind: 'told', told: { kind: 'marker-stream', isThere: true } });
    for (let came = inlet.pull(); came && !signal.aborted; came = inlet.pull()) {
      const markers = came.map(({ atS, text }) => ({ steadyMs: clock.steadyMs(atS), text }));
      if (markers.length > 0) void port.send({ kind: 'told', told: { kind: 'markers', markers } });
      await setTimeout(PULL_EVERY_MS);
    }
    inlet.close();
    await port.send({ kind: 'told', told: { kind: 'marker-stream', isThere: false } });
  }
}

function steadyMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

async function fail(error: unknown): Promise<void> {
  await port.send({ kind: 'failed', details: error instanceof Error ? error.message : String(error) });
  leave();
}

function leave(): void {
  port.close();
  process.exit(0);
}
