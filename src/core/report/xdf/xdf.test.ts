import { expect, test } from 'vitest';
import { documentOf, samplesOf } from '../testing/document-of.ts';
import { joined } from '../testing/joined.ts';
import { INSTALL_MS, pythonTool } from '../testing/python-tool.ts';
import { READ_XDF } from '../testing/read-xdf.ts';
import { richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToXdf } from './xdf.ts';
import { xdfFile } from './xdf-file.ts';

test(
  'pyxdf reads every reading at its time, the gap as a gap, and every marker, by its defaults',
  ({ skip }) => {
    const python = pythonTool(['pyxdf==1.17.5'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const samples = samplesOf();
    const document = documentOf();
    const read = JSON.parse(python.run(READ_XDF, [], joined(reportToXdf(document, samples))).toString('utf8'));
    const originS = Date.parse('2026-03-05T11:00:00Z') / 1000;
    const { rate, times, values, channels } = read['Faceward readings'];
    expect(rate).toBe(0);
    expect(times).toHaveLength(samples.count);
    const off = times.map((at: number, row: number) => Math.abs(at - originS - samples.atMs[row]! / 1000));
    expect(Math.max(...off), 'no reading was moved').toBeLessThan(1e-6);
    expect(channels.map(([label]: string[]) => label)).toEqual([
      ...['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'].map((each) => `p_${each}`),
      'valence',
      'distress',
    ]);
    expect(values[0][3]).toBeCloseTo(0.7, 6);
    const holes = times.slice(1).filter((at: number, row: number) => at - times[row] > 1);
    expect(holes, 'the gap of ten seconds, and no other').toHaveLength(1);
    const grid = read['Faceward readings on a grid'];
    expect(grid.times).toHaveLength(480);
    expect(Math.abs(grid.times[479] - originS - 479 / 8)).toBeLessThan(1e-3);
    const inGap = grid.values.filter((_: unknown, step: number) => step / 8 >= 30.25 && step / 8 < 40);
    expect(inGap.every((row: unknown[]) => row.every((value) => value === null))).toBe(true);
    expect(grid.values.filter((row: unknown[]) => row[0] !== null).length).toBeGreaterThan(395);
    expect(read['Faceward gaps'].values).toEqual([['gap/turned-away'], ['gap/turned-away/end']]);
    const { times: markedAt, values: marked } = read['Faceward markers'];
    expect(marked.map(([line]: string[]) => line)).toContain('marker/needle: left arm (Bo)');
    const needle = marked.findIndex(([line]: string[]) => line?.startsWith('marker/needle'));
    expect(markedAt[needle] - originS).toBeCloseTo(45, 6);
    expect(marked.map(([line]: string[]) => line)).toContain('marker/play/end');
  },
  INSTALL_MS,
);

test('a withheld report names nobody and has no date, and a film has no clock but its own', () => {
  const plain = Buffer.from(joined(reportToXdf(withheldDocument(), samplesOf())));
  for (const secret of SECRETS) expect(plain.toString('latin1')).not.toMatch(secret);
  expect(plain.toString('latin1')).toContain('<clock>seconds since the beginning of the session</clock>');
  expect(plain.subarray(0, 4).toString()).toBe('XDF:');
  const film = Buffer.from(joined(reportToXdf(richDocument(), samplesOf()))).toString('latin1');
  expect(film).toContain('<clock>seconds since the beginning of the session</clock>');
  const live = Buffer.from(joined(reportToXdf(documentOf(), samplesOf()))).toString('latin1');
  expect(live).toContain('<clock>seconds since 1970-01-01T00:00:00Z</clock>');
});

test('a stream that is not whole, or out of order, is refused', () => {
  const stream = { name: 'x', type: 'x', rateHz: 0, channels: [{ label: 'a' }], sourceId: 'x' };
  const of = (...samples: { timeS: number; values: number[] }[]) =>
    joined(xdfFile([{ ...stream, format: 'float32', samples }]));
  expect(() => of({ timeS: 1, values: [1, 2] })).toThrow('1 values were expected in the stream “x”; found 2');
  expect(() => of({ timeS: 2, values: [1] }, { timeS: 1, values: [2] })).toThrow(
    'times in order were expected in the stream “x”; found 1 s',
  );
});
