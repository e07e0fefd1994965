import { randomBytes } from 'node:crypto';
import { formatRecoveryCode, RECOVERY_BYTES } from '../recovery-code.ts';

/** A new code, which is kept nowhere: show it once. */
export function makeRecoveryCode(): string {
  return formatRecoveryCode(randomBytes(RECOVERY_BYTES));
}
