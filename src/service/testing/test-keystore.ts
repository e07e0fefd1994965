import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEAL_KEY_BYTES, sealBytes, unsealBytes } from '../../core/security/seal-bytes.node.ts';
import type { ComputerSecrets } from '../runtime/this-computer/computer-secrets.ts';

/** A computer with a keystore of its own: it seals under a key that lies in a file outside of any data folder. */
export function testKeystore() {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-keystore-'));
  const file = join(dir, 'key');
  const setUp = () => writeFileSync(file, randomBytes(SEAL_KEY_BYTES), { mode: 0o600 });
  setUp();
  const secrets: ComputerSecrets = {
    problem: async () => (existsSync(file) ? null : 'none'),
    seal: async (secret) => sealBytes(secret, readFileSync(file)),
    async unseal(sealed) {
      try {
        return { secret: new Uint8Array(unsealBytes(sealed, readFileSync(file))), sealedAnew: null };
      } catch {
        return null;
      }
    },
  };
  return {
    secrets,
    /** As after a reset of the account: what was sealed before opens no more. */
    reset: setUp,
    /** As where it is locked. */
    remove: () => rmSync(file),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}
