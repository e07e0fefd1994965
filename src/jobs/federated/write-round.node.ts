import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file for its owner's eyes, whole or not at all: what is there is what was told of. */
export async function writeRound(out: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const partial = `${out}.partial`;
  {
    await using handle = await open(partial, 'w', 0o600);
    await handle.writeFile(bytes);
    await handle.sync();
  }
  await rename(partial, out);
}
