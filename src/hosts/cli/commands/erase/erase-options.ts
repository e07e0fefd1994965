import { writeFile } from 'node:fs/promises';
import type { Caller } from '../../../../service/runtime/caller.ts';
import type { Service } from '../../../../service/service.ts';
import { askPassword } from '../../ask-password.ts';
import { lookAhead, looksAtPlaceFor } from '../../look-ahead/look-ahead.ts';
import { Misuse } from '../../misuse.ts';
import { type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside } from '../../terminal.ts';

/** What every erasure is told at the terminal. */
export interface EraseOptions extends SignInOptions {
  reason?: string;
  dryRun: boolean;
  out?: string;
  json: boolean;
}

/**
 * Signs in for an erasure as below, once it is sure that there is a reason for it.
 *
 * @throws Misuse
 */
export async function toErase(
  options: EraseOptions,
  work: (service: Service, caller: Caller) => Promise<void>,
): Promise<void> {
  const { reason, dryRun } = options;
  if (!dryRun && reason === undefined) throw new Misuse('say why with --reason, or look first with --dry-run');
  await withSignedIn(options, work);
}

/**
 * Signs in, once it is sure that there is a place for what is to be written.
 *
 * @throws Misuse
 */
export async function withSignedIn(
  options: SignInOptions & { readonly out?: string },
  work: (service: Service, caller: Caller) => Promise<void>,
): Promise<void> {
  const { out } = options;
  if (out !== undefined) await lookAhead(looksAtPlaceFor('--out', out, 'file'));
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    await work(service, await signIn(service, options));
  } finally {
    await service.close();
  }
}

/** The password of whoever is signed in, once more. */
export async function askAgain(service: Service, caller: Caller): Promise<string> {
  const { user } = await service.call(caller, 'site.status', {});
  return await askPassword(user?.name ?? '');
}

/** The receipt of an erasure, written to a file where one is wanted. @returns Its text. */
export async function takeReceipt(
  service: Service,
  caller: Caller,
  { erasureId, out }: { readonly erasureId: string; readonly out: string | undefined },
): Promise<string> {
  const { bytes } = await service.call(caller, 'erasures.receipt', { erasureId });
  if (out !== undefined) await writeFile(out, bytes, { mode: 0o600 });
  return Buffer.from(bytes).toString('utf8');
}
