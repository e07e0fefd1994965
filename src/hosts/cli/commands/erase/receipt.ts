import { Command } from 'commander';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions } from '../../sign-in.ts';
import { sayResult } from '../../terminal.ts';
import { takeReceipt, withSignedIn } from './erase-options.ts';

interface ReceiptOptions extends SignInOptions {
  out: string;
}

export function receiptCommand(): Command {
  return addSignInOptions(new Command('receipt'))
    .summary('write the signed receipt of an erasure')
    .description(
      'Writes the receipt of an erasure: counts and ids, no content, signed by the site. faceward erase verify tells whether one is\n' +
        'as it was signed. For an administrator; the program must not be open on the same data.',
    )
    .argument('<id>', 'of the erasure, as “faceward erase list” names it')
    .requiredOption('--out <file>', 'file to write')
    .action((id: string, options: ReceiptOptions) => runCommand(() => writeReceiptOf(id, options)));
}

async function writeReceiptOf(erasureId: string, options: ReceiptOptions): Promise<void> {
  await withSignedIn(options, async (service, caller) => {
    await takeReceipt(service, caller, { erasureId, out: options.out });
    sayResult(`Receipt written to ${options.out}`);
  });
}
