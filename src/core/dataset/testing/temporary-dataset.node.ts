import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test, gone at the end of the scope that made it. */
export interface TemporaryDataset extends Disposable {
  readonly dir: string;
}

/** @param files Path -> contents. */
export function temporaryDataset(files: Readonly<Record<string, string | Uint8Array>>): TemporaryDataset {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-dataset-'));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), contents);
  }
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}
