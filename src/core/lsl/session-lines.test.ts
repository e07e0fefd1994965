import { describe, expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import type { Marker, MarkerButton } from '../emotion/marker.ts';
import { markerLine, SessionLines } from './session-lines.ts';
import { describeStreams, STREAMS } from './streams.ts';

const LIMITS = { atLeast: 0.6, below: 0.3 };

const reading = (atMs: number, emotion: Emotion = 'happiness') => ({
  atMs,
  probabilities: EMOTIONS.map((each) => (each === emotion ? 0.94 : 0.01)),
});

/** Ten a second. */
const readings = (fromMs: number, toMs: number, emotion: Emotion = 'happiness') =>
  Array.from({ length: (toMs - fromMs) / 100 }, (_, index) => reading(fromMs + index * 100, emotion));

const of = (stream: string, lines: readonly { stream: string; atMs: number; values: readonly unknown[] }[]) =>
  lines.filter((line) => line.stream === stream).map(({ atMs, values }) => [atMs, ...values]);

describe('a session as lines', () => {
  test('each reading with its time, its seven probabilities, valence and distress', () => {
    const [line] = new SessionLines(null).batch({ samples: [reading(40, 'fear')], gaps: [] });
    expect(line).toMatchObject({ stream: 'readings', atMs: 40 });
    expect(line!.values).toHaveLength(describeStreams('ab', 'm 1')[0]!.channels.length);
    const [valence, distress] = line!.values.slice(7) as number[];
    expect(valence).toBeCloseTo(0.01 - 0.97, 6);
    expect(distress).toBeCloseTo(0.97, 6);
  });

  test('a gap in pieces is one gap, which ends at the next reading', () => {
    const lines = new SessionLines(null);
    const all = [
      ...lines.batch({ samples: readings(0, 500), gaps: [{ fromMs: 500, toMs: 5500, reason: 'turned-away' }] }),
      ...lines.batch({ samples: [], gaps: [{ fromMs: 5500, toMs: 7000, reason: 'turned-away' }] }),
      ...lines.batch({ samples: [], gaps: [{ fromMs: 7000, toMs: 8000, reason: 'covered' }] }),
      ...lines.batch({ samples: readings(8000, 8300), gaps: [] }),
    ];
    expect(of('gaps', all)).toEqual([
      [500, 'gap/turned-away'],
      [7000, 'gap/turned-away/end'],
      [7000, 'gap/covered'],
      [8000, 'gap/covered/end'],
    ]);
  });

  test('a gap between readings of one batch stands between them', () => {
    const samples = [...readings(0, 300), ...readings(900, 1200)];
    const all = new SessionLines(null).batch({ samples, gaps: [{ fromMs: 400, toMs: 900, reason: 'no-face' }] });
    expect(of('gaps', all)).toEqual([
      [400, 'gap/no-face'],
      [900, 'gap/no-face/end'],
    ]);
  });

  test('a gap that goes on at the end of the session ends with it', () => {
    const lines = new SessionLines(null);
    lines.batch({ samples: [], gaps: [{ fromMs: 0, toMs: 900, reason: 'paused' }] });
    expect(of('gaps', lines.end())).toEqual([[900, 'gap/paused/end']]);
    expect(lines.end()).toEqual([]);
  });

  test('distress is said as on the live screen, once at each change, and ends with a gap of a second', () => {
    const lines = new SessionLines(LIMITS);
    const all = [
      ...lines.batch({ samples: readings(0, 3000), gaps: [] }),
      ...lines.batch({ samples: readings(3000, 9000, 'sadness'), gaps: [] }),
      ...lines.batch({ samples: [], gaps: [{ fromMs: 9000, toMs: 9500, reason: 'blurred' }] }),
      ...lines.batch({ samples: [], gaps: [{ fromMs: 9500, toMs: 12_000, reason: 'blurred' }] }),
      ...lines.batch({ samples: readings(12_000, 12_300), gaps: [] }),
    ];
    const said = of('distress', all);
    expect(said.map(([, word]) => word)).toEqual([
      'distress/not-sure',
      'distress/not-seen',
      'distress/not-sure',
      'distress/likely',
      'distress/not-read',
      'distress/not-sure',
    ]);
    expect(said[4]![0], 'from where nothing was read').toBe(9000);
  });

  test('a model that says nothing of distress has that stream silent', () => {
    expect(of('distress', new SessionLines(null).batch({ samples: readings(0, 4000), gaps: [] }))).toEqual([]);
  });
});

describe('a marker as a line', () => {
  const BUTTONS: MarkerButton[] = [{ kind: 'custom', name: 'Clown visit', hotkey: 'k', isInterval: true }];
  const marker = (fields: Partial<Marker>): Marker => ({ atMs: 100, toMs: null, kind: 'needle', text: '', ...fields });

  test('has its kind and never its free words', () => {
    expect(markerLine(marker({ text: 'left arm, Bo cried' }), 'set', BUTTONS).values).toEqual(['marker/needle']);
    expect(markerLine(marker({ kind: 'note', text: 'asks for Mum' }), 'set', BUTTONS).values).toEqual(['marker/note']);
    expect(markerLine(marker({ kind: 'custom', text: 'Bo’s own' }), 'set', BUTTONS).values).toEqual(['marker/custom']);
  });

  test('of a kind of the site’s own has the name on its button', () => {
    const clown = marker({ kind: 'custom', text: 'Clown visit: with Bo', toMs: 900 });
    expect(markerLine(clown, 'set', BUTTONS)).toMatchObject({ atMs: 100, values: ['marker/custom/Clown visit'] });
    expect(markerLine(clown, 'ended', BUTTONS)).toMatchObject({ atMs: 900, values: ['marker/custom/Clown visit/end'] });
    expect(markerLine(clown, 'taken-back', BUTTONS).values).toEqual(['marker/custom/Clown visit/taken-back']);
  });
});

test('a stream is named at random and says whose clock it has', () => {
  const described = describeStreams('1a2b3c4d', 'base 0.3.0');
  expect(described.map(({ name }) => name)).toEqual(STREAMS.map((stream) => `Faceward ${stream}`));
  expect(new Set(described.map(({ sourceId }) => sourceId)).size).toBe(4);
  for (const { sourceId, about } of described) {
    expect(sourceId).toMatch(/^faceward-1a2b3c4d-/);
    expect(about).toMatchObject({
      session: '1a2b3c4d',
      model: 'base 0.3.0',
      clock: expect.stringContaining('LSL clock'),
    });
  }
});
