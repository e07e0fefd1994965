import type { Input } from '../../contract/contract.ts';

/** One caller's calls, as far as they are needed here. */
type Confirm = (name: 'site.confirmRecoveryCode', input: Input<'site.confirmRecoveryCode'>) => Promise<unknown>;

/** What somebody types from paper, so that a recovery code which was just made opens the site. */
export async function confirmCode(call: Confirm, { recoveryCode }: { readonly recoveryCode: string }): Promise<void> {
  await call('site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)! });
}
