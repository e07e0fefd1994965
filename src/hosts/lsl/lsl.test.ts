import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { installLsl } from '../../core/lsl/library/install-lsl.node.ts';
import { INSTALL_MS, pythonTool } from '../../core/report/testing/python-tool.ts';
import { callAs, sample, setUp, startSession, testSite } from '../../service/testing/test-site.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import { lslLauncher } from './launch-lsl.ts';

/** Another program of the laboratory: receives all that it finds of a session, and marks by a stream of its own. */
const OTHER_DEVICE = `
import json, sys, pylsl
say = lambda **what: print(json.dumps(what), flush=True)
stimulus = pylsl.StreamOutlet(pylsl.StreamInfo('Stimulus', 'Markers', 1, 0, 'string', 'stimulus-1'))
infos = pylsl.resolve_bypred("starts-with(source_id,'faceward-')", 4, 60)
inlets = [pylsl.StreamInlet(info) for info in infos]
for inlet in inlets: inlet.open_stream(10)
full = [inlet.info(10) for inlet in inlets]
say(streams={i.name(): dict(type=i.type(), rate=i.nominal_srate(), source=i.source_id(), xml=i.as_xml(),
    labels=i.get_channel_labels()) for i in full})
for line in sys.stdin:
    if line.strip() == 'mark':
        stimulus.wait_for_consumers(30)
        at = pylsl.local_clock()
        stimulus.push_sample(['tone\\u0007 1'], at)
        say(markedAt=at)
    else: break
received = {}
for inlet, info in zip(inlets, full):
    rows = []
    while True:
        values, at = inlet.pull_sample(timeout=0.5)
        if at is None: break
        rows.append([at] + list(values))
    received[info.name()] = rows
say(received=received)
`;

const kept = process.env.FACEWARD_LSL_DIR;
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-lsl-'));
  process.env.FACEWARD_LSL_DIR = dir;
});

afterAll(() => {
  if (kept === undefined) delete process.env.FACEWARD_LSL_DIR;
  else process.env.FACEWARD_LSL_DIR = kept;
  rmSync(dir, { recursive: true });
});

const steadyMs = () => Number(process.hrtime.bigint()) / 1e6;

test(
  'pylsl receives every reading at its time, the gap as a gap and markers by their kind, and its markers come in',
  async ({ skip }) => {
    const python = pythonTool(['pylsl==1.18.6', 'numpy==2.4.6'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    await installLsl({ file: null, signal: new AbortController().signal });
    await using site = await testSite();
    const call = callAs(site.service({ launchLsl: lslLauncher(forkUnderNode) }));
    await setUp(call);
    await call('lsl.set', { isOn: true, reach: 'machine', markersFrom: 'Stimulus' });
    expect(await call('lsl.open', {}), 'no stream outside of a session').toEqual([]);
    const { session } = await startSession(call, 'CH-SECRET');
    const beganAtMs = steadyMs();
    const nowMs = () => steadyMs() - beganAtMs;

    let batch = 0;
    const sent: number[] = [];
    const append = async (more: {
      samples?: number[];
      gaps?: { fromMs: number; toMs: number; reason: 'covered' }[];
    }) => {
      const { samples = [], gaps = [] } = more;
      const input = { sessionId: session.id, batch, atMs: nowMs(), gaps, samples: samples.map((at) => sample(at)) };
      batch += 1;
      await call('sessions.append', input);
    };
    await append({});
    await expect.poll(() => call('lsl.open', {}), { timeout: 20_000 }).toMatchObject([{ state: 'open' }]);

    const other = spawn('python3', ['-c', OTHER_DEVICE], {
      env: { ...process.env, PYTHONPATH: python.folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]();
    const hear = async () => JSON.parse((await lines.next()).value as string);
    const { streams } = await hear();
    expect(Object.keys(streams).sort()).toEqual([
      'Faceward distress',
      'Faceward gaps',
      'Faceward markers',
      'Faceward readings',
    ]);
    expect(streams['Faceward readings']).toMatchObject({
      type: 'Emotion',
      rate: 0,
      labels: [...EMOTIONS.map((each) => `p_${each}`), 'valence', 'distress'],
    });
    expect(JSON.stringify(streams), 'nothing says whose they are').not.toMatch(
      new RegExp(`CH-SECRET|${session.id}|${session.childId}|Ada`),
    );

    for (let count = 0; count < 30; count += 1) {
      const atMs = nowMs();
      sent.push(atMs);
      await append({ samples: [atMs] });
    }
    const gapFromMs = nowMs();
    const gapToMs = gapFromMs + 0.5;
    await append({ gaps: [{ fromMs: gapFromMs, toMs: gapToMs, reason: 'covered' }] });
    await append({ samples: [gapToMs] });
    sent.push(gapToMs);
    const marker = { sessionId: session.id, id: crypto.randomUUID(), toMs: null };
    const needleAtMs = nowMs();
    await call('sessions.mark', { ...marker, atMs: needleAtMs, kind: 'needle', text: 'left arm of CH-SECRET' });

    other.stdin.write('mark\n');
    const { markedAt } = await hear();
    await expect
      .poll(() => call('lsl.open', {}), { timeout: 20_000 })
      .toMatchObject([{ hasReceivers: true, markersFrom: { name: 'Stimulus', isThere: true, count: 1 } }]);
    await call('sessions.stop', { sessionId: session.id, durationMs: nowMs() });
    expect(await call('lsl.open', {}), 'closed with the session').toEqual([]);

    other.stdin.end('end\n');
    const { received } = await hear();
    const truthS = (atMs: number) => (beganAtMs + atMs) / 1000;
    const errorsMs = received['Faceward readings'].map(
      ([at]: number[], row: number) => 1000 * (at! - truthS(sent[row]!)),
    );
    expect(errorsMs).toHaveLength(sent.length);
    process.stderr.write(
      `times of readings on the LSL clock: ${Math.min(...errorsMs)} to ${Math.max(...errorsMs)} ms late\n`,
    );
    for (const errorMs of errorsMs) {
      expect(errorMs).toBeGreaterThan(-0.1);
      expect(errorMs).toBeLessThan(50);
    }
    expect(received['Faceward readings'][0][1 + EMOTIONS.indexOf('happiness')]).toBeCloseTo(0.7, 6);
    expect(received['Faceward gaps'].map(([, line]: [number, string]) => line)).toEqual([
      'gap/covered',
      'gap/covered/end',
    ]);
    expect(1000 * (received['Faceward gaps'][1][0] - received['Faceward gaps'][0][0])).toBeCloseTo(0.5, 3);
    expect(received['Faceward markers'].map(([, line]: [number, string]) => line)).toEqual(['marker/needle']);
    expect(Math.abs(received['Faceward markers'][0][0] - truthS(needleAtMs))).toBeLessThan(0.05);

    const { markers } = await call('sessions.timeline', { sessionId: session.id });
    const tone = markers.find(({ kind }) => kind === 'custom')!;
    expect(tone.text, 'without its control character').toBe('tone 1 (LSL: Stimulus)');
    expect(Math.abs(truthS(tone.atMs) - markedAt)).toBeLessThan(0.05);

    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    const ofLsl = entries.filter(({ action }) => action.startsWith('lsl.')).map(({ action }) => action);
    expect(ofLsl.reverse()).toEqual(['lsl.set', 'lsl.open', 'lsl.markers', 'lsl.close']);
  },
  INSTALL_MS,
);
