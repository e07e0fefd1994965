import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { lookAhead, looksAtPlaceFor } from '../../look-ahead/look-ahead.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayResult } from '../../terminal.ts';

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
  await lookAhead(looksAtPlaceFor('--out', options.out, 'file'));
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const { bytes } = await service.call(caller, 'erasures.receipt', { erasureId });
    await writeFile(options.out, bytes, { mode: 0o600 });
    sayResult(`Receipt written to ${options.out}`);
  } finally {
    await service.close();
  }
}
