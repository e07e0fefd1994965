import type { ReportDocument } from './report-document.ts';
import type { ReportSamples } from './report-samples.ts';

/**
 * The document as one line of JSON: columns of numbers become arrays, everything else stays as it is. `format` says
 * which fields to expect. Ends with a newline. Half a character that somebody typed (a lone surrogate) becomes U+FFFD:
 * no canonical form has room for it.
 *
 * @param samples All single samples as `samples`; null leaves them out.
 */
export function reportToJson(document: ReportDocument, samples: ReportSamples | null): string {
  const { seconds, ...rest } = document;
  const wellFormed = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
  const columns = {
    ...JSON.parse(JSON.stringify(rest, wellFormed)),
    seconds: {
      count: seconds.count,
      atMs: Array.from(seconds.atMs),
      probabilities: sixDecimals(seconds.probabilities),
      emotion: Array.from(seconds.emotion),
      samples: Array.from(seconds.samples),
      notSureShare: sixDecimals(seconds.notSureShare),
    },
    ...(samples && { samples: sampleArrays(samples) }),
  };
  return `${JSON.stringify(columns)}\n`;
}

function sampleArrays({ count, atMs, emotion, probabilities, box, quality, movements }: ReportSamples) {
  return {
    count,
    atMs: Array.from(atMs),
    emotion: Array.from(emotion),
    probabilities: sixDecimals(probabilities),
    box: sixDecimals(box),
    quality: sixDecimals(quality),
    movements: sixDecimals(movements).map((value) => (Number.isNaN(value) ? null : value)),
  };
}

/** Float32 holds no more for a probability; the digits behind would only look like precision. */
function sixDecimals(column: Float32Array): number[] {
  return Array.from(column, (value) => Math.round(value * 1e6) / 1e6);
}
