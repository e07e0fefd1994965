import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import type { ReportDocument } from '../report-document.ts';
import { FORMAT_FACTS, REPORT_FORMATS, type ReportFormat } from '../report-format.ts';
import { distressDocument, distressSamples } from '../testing/distress-document.ts';
import type { WholeSamples } from '../testing/document-of.ts';
import { CONTENTS, type Content, FINENESSES, type Fineness, FORMAT_CONTENTS } from './format-contents.ts';

const key = readPrivateKey(makePrivateKey());

interface Session {
  readonly document: ReportDocument;
  readonly samples: WholeSamples;
}

const SESSION: Session = {
  document: distressDocument({ signingKey: key.publicKey }),
  samples: distressSamples(),
};

const changed = (change: Partial<ReportDocument>): Session => ({
  ...SESSION,
  document: { ...SESSION.document, ...change },
});

/** Two rows of a column change places: nothing that is summed over both is another. */
function swapped(values: Float32Array, width: number, a: number, b: number): Float32Array {
  const copy = values.slice();
  copy.set(values.subarray(b * width, (b + 1) * width), a * width);
  copy.set(values.subarray(a * width, (a + 1) * width), b * width);
  return copy;
}

const with2 = (samples: Partial<WholeSamples>, document: Partial<ReportDocument> = {}): Session => ({
  document: { ...SESSION.document, ...document },
  samples: { ...SESSION.samples, ...samples },
});

const { document, samples } = SESSION;
const { summary, seconds, distress, markers } = document;
/** The second row differs from the first, so that the two can change places. */
const moved = samples.movements.slice();
moved.set([9, 3, 0.25, 0.5, 0.125], 5);
const MOVED: Session = with2({ movements: moved });
/** Of the fifth second and of the fifteenth: happy and sad. */
const HAPPY = 50;
const SAD = 150;

/** For each content and fineness a pair of sessions that differ in nothing coarser. */
const PAIRS: Readonly<Record<Content, Partial<Record<Fineness, readonly [Session, Session]>>>> = {
  readings: {
    sum: [
      SESSION,
      changed({ summary: { ...summary, emotionMs: { ...summary.emotionMs, fear: 3000 }, usableMs: summary.usableMs } }),
    ],
    timed: [
      SESSION,
      changed({
        summary: {
          ...summary,
          episodes: summary.episodes.map((each, index) => (index === 0 ? { ...each, toMs: each.toMs - 500 } : each)),
        },
      }),
    ],
    second: [
      SESSION,
      changed({
        seconds: {
          ...seconds,
          probabilities: swapped(seconds.probabilities, 7, 5, 15),
          emotion: Int8Array.from(
            seconds.emotion,
            (each, row) => seconds.emotion[row === 5 ? 15 : row === 15 ? 5 : row] ?? each,
          ),
        },
      }),
    ],
    reading: [SESSION, with2({ probabilities: swapped(samples.probabilities, 7, HAPPY, SAD) })],
  },
  distress: {
    sum: [SESSION, changed({ summary: { ...summary, distress: { ...summary.distress!, likelyMs: 12_000 } } })],
    timed: [
      SESSION,
      changed({
        distress: distress!.map((each) => (each.state === 'likely' ? { ...each, fromMs: each.fromMs + 1500 } : each)),
      }),
    ],
  },
  movements: {
    sum: [SESSION, with2({ movements: samples.movements.map((value) => value * 2) })],
    second: [MOVED, with2({ movements: swapped(moved, 5, 1, SAD) })],
    reading: [MOVED, with2({ movements: swapped(moved, 5, 1, 2) })],
  },
  gaps: {
    sum: [SESSION, changed({ summary: { ...summary, gapMsByReason: { 'turned-away': 7000 } } })],
    timed: [SESSION, changed({ gaps: [{ fromMs: 31_000, toMs: 41_000, reason: 'turned-away' }] })],
  },
  entries: {
    sum: [SESSION, changed({ markers: [...markers, { ...markers[0]!, kind: 'pain' }] })],
    timed: [SESSION, changed({ markers: markers.map((each) => ({ ...each, atMs: each.atMs + 2500 })) })],
  },
};

const written = new Map<Session, Map<ReportFormat, Buffer>>();

async function write(session: Session, format: ReportFormat): Promise<Buffer> {
  const files = written.get(session) ?? new Map<ReportFormat, Buffer>();
  written.set(session, files);
  const there = files.get(format);
  if (there) return there;
  const { bytes } = await writeReport(session.document, { samples: () => session.samples, key }, format);
  const file = Buffer.from(bytes);
  files.set(format, file);
  return file;
}

test.each(
  REPORT_FORMATS,
)('%s holds what is said of it: the finest change of a session that reaches the file', async (format) => {
  for (const content of CONTENTS) {
    let finest: Fineness = 'none';
    for (const fineness of FINENESSES) {
      const pair = PAIRS[content][fineness];
      if (!pair) continue;
      const [before, after] = await Promise.all(pair.map((session) => write(session, format)));
      if (!before!.equals(after!)) finest = fineness;
    }
    expect(finest, content).toBe(FORMAT_CONTENTS[format][content]);
  }
}, 120_000);

test('the table in the documents says the same', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/formats.md'), 'utf8');
  const words: Record<Fineness, string> = {
    none: '—',
    sum: 'in sum',
    timed: 'with times',
    second: 'by second',
    reading: 'every reading',
  };
  for (const format of REPORT_FORMATS) {
    const cells = CONTENTS.map((content) => words[FORMAT_CONTENTS[format][content]]);
    expect(page).toContain(`| ${[FORMAT_FACTS[format].name, ...cells].join(' | ')} |`);
  }
});
