import type { Call } from './test-site.ts';

/** What somebody types from paper, so that a recovery code which was just made opens the site. */
export async function confirmCode(call: Call, { recoveryCode }: { readonly recoveryCode: string }): Promise<void> {
  await call('site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)! });
}
