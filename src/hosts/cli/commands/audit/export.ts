import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { lookAhead, looksAtPlaceFor } from '../../look-ahead/look-ahead.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayResult } from '../../terminal.ts';

interface ExportOptions extends SignInOptions {
  out: string;
}

export function exportCommand(): Command {
  return addSignInOptions(new Command('export'))
    .summary('write the whole log as a signed file')
    .description(
      'Writes the audit log as JSON lines, one an entry, and a last line that the site signs. Kept where nobody who works with\n' +
        'the data can change it, it shows later whether entries were cut off, or an older store was put back: faceward audit\n' +
        'verify FILE --data DIR. It names staff. For an administrator; the program must not be open on the same data.',
    )
    .requiredOption('--out <file>', 'file to write')
    .action((options: ExportOptions) => runCommand(() => exportLog(options)));
}

async function exportLog(options: ExportOptions): Promise<void> {
  await lookAhead(looksAtPlaceFor('--out', options.out, 'file'));
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const { bytes } = await service.call(caller, 'audit.export', {});
    await writeFile(options.out, bytes, { mode: 0o600 });
    sayResult(`Audit log written to ${options.out}`);
  } finally {
    await service.close();
  }
}
