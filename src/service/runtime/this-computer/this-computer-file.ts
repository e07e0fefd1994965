import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../../../core/security/atomic-file.node.ts';

/**
 * The secrets of computers that slots of the key file need, each sealed by the keystore of its computer. There may be several: slots are
 * made anew one by one, and a folder may have come from another computer.
 */

const MOST_SECRETS = 100;

const fileSchema = z.strictObject({
  format: z.literal(1),
  secrets: z.array(z.strictObject({ id: z.uuid(), sealed: z.base64().max(20_000) })).max(MOST_SECRETS),
});

export interface SealedSecret {
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** @returns `damaged` for a file that this program did not write; nothing where there is no file. */
export function readThisComputerFile(
  file: string,
): { readonly kind: 'read'; readonly secrets: readonly SealedSecret[] } | { readonly kind: 'damaged' } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'read', secrets: [] };
    throw error;
  }
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) return { kind: 'damaged' };
  return {
    kind: 'read',
    secrets: parsed.data.secrets.map(({ id, sealed }) => ({ id, sealed: Buffer.from(sealed, 'base64') })),
  };
}

export function writeThisComputerFile(file: string, secrets: readonly SealedSecret[]): void {
  const content = {
    format: 1,
    secrets: secrets.map(({ id, sealed }) => ({ id, sealed: Buffer.from(sealed).toString('base64') })),
  };
  writeFileAtomically(file, `${JSON.stringify(fileSchema.parse(content), null, 2)}\n`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
