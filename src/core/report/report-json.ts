import type { ReportDocument } from './report-document.ts';
import type { ReportSamples, SamplePage } from './report-samples.ts';

/**
 * The document as one line of JSON: columns of numbers become arrays, everything else stays as it is. `format` says
 * which fields to expect. Ends with a newline. Half a character that somebody typed (a lone surrogate) becomes U+FFFD:
 * no canonical form has room for it.
 */
export function reportToJson(document: ReportDocument): string {
  const { seconds, ...rest } = document;
  const wellFormed = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
  const columns = {
    ...JSON.parse(JSON.stringify(rest, wellFormed)),
    seconds: {
      count: seconds.count,
      atMs: Array.from(seconds.atMs),
      probabilities: Array.from(seconds.probabilities, sixDecimals),
      emotion: Array.from(seconds.emotion),
      samples: Array.from(seconds.samples),
      notSureShare: Array.from(seconds.notSureShare, sixDecimals),
    },
  };
  return `${JSON.stringify(columns)}\n`;
}

/** Name of the field that holds all single samples. */
export const SAMPLES_FIELD = 'samples';

/** Columns of samples: how each number is written. */
const COLUMNS = {
  atMs: exact,
  emotion: exact,
  probabilities: sixDecimals,
  box: sixDecimals,
  quality: sixDecimals,
  movements: sixDecimals,
} satisfies Partial<Record<keyof SamplePage, (value: number) => number>>;

const NAMES = ['count', ...Object.keys(COLUMNS)] as (keyof SamplePage)[];

/**
 * The value of {@link SAMPLES_FIELD}, in parts: an object of columns, each in the order of time.
 *
 * @param order `canonical`: names sorted, as RFC 8785 has them.
 */
export function* samplesJson(samples: ReportSamples, order: 'written' | 'canonical'): Generator<string> {
  const names = order === 'written' ? NAMES : NAMES.toSorted();
  for (const [index, name] of names.entries()) {
    yield `${index === 0 ? '{' : ','}"${name}":`;
    if (name === 'count') yield String(samples.count);
    else yield* columnJson(samples, name);
  }
  yield '}';
}

function* columnJson(samples: ReportSamples, name: Exclude<keyof SamplePage, 'count'>): Generator<string> {
  yield '[';
  let between = '';
  for (const page of samples.pages()) {
    if (page.count === 0) continue;
    // What is no number, a movement that was not measured, is null in JSON.
    const numbers = JSON.stringify(Array.from(page[name], COLUMNS[name]));
    yield between + numbers.slice(1, -1);
    between = ',';
  }
  yield ']';
}

/** Float32 holds no more for a probability; the digits behind would only look like precision. */
function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function exact(value: number): number {
  return value;
}
