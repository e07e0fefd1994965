import { unzipSync, zipSync } from 'fflate';

/** Zip knows no date before 1980; this one is of no meaning, so that the same files give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** Path with slashes -> content, as a zip. What is compressed already is not compressed again. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([path, bytes]) => [path, [bytes, { level: /\.(gz|zip|pdf)$/.test(path) ? 0 : 6, mtime: NO_DATE }]] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
}

/** Of a zip that this program made. @throws Error if it is damaged. */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}
