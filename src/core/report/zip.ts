import { unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';

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

/** Files one after the other, so that none but the one at hand is in memory. */
export interface OpenZip {
  /** @param pieces Of one file, in order. What is compressed already is not compressed again. */
  add(path: string, pieces: Iterable<Uint8Array>): void;
  end(): void;
}

/** @param write Told of the zip's bytes as they come. */
export function openZip(write: (bytes: Uint8Array) => void): OpenZip {
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    add(path, pieces) {
      const isDense = /\.(gz|zip|pdf|png|mp4|webm)$/.test(path);
      const file = isDense ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      file.mtime = NO_DATE;
      archive.add(file);
      for (const piece of pieces) file.push(piece);
      file.push(new Uint8Array(0), true);
    },
    end: () => archive.end(),
  };
}
