import type { ReportDocument } from './report-document.ts';

/** The document as JSON: columns of numbers become arrays, everything else stays as it is. Ends with a newline. */
export function reportToJson(document: ReportDocument): string {
  const { count, atMs, emotion, probabilities, box, quality } = document.samples;
  const samples = {
    count,
    atMs: Array.from(atMs),
    emotion: Array.from(emotion),
    probabilities: sixDecimals(probabilities),
    box: sixDecimals(box),
    quality: sixDecimals(quality),
  };
  return `${JSON.stringify({ ...document, samples })}\n`;
}

/** Float32 holds no more for a probability; the digits behind would only look like precision. */
function sixDecimals(column: Float32Array): number[] {
  return Array.from(column, (value) => Math.round(value * 1e6) / 1e6);
}
