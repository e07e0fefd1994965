import { resolve } from 'node:path';
import { Command } from 'commander';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { runCommand } from '../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../terminal.ts';

interface BackupOptions extends SignInOptions {
  out: string;
  json: boolean;
}

export function backupCommand(): Command {
  return addSignInOptions(new Command('backup'))
    .summary('copy all that a site keeps into one file')
    .description(
      'Writes the store, the keys, and every model, dataset and study of a site into one file, opens the copy, checks every page,\n' +
        "the audit log's chain and how many rows each table has, and reads the file again before it gets its name. What is secret\n" +
        'stays encrypted: whoever can sign in today opens the backup with the password of today. Not in it: checkpoints of\n' +
        'trainings. For an administrator; the program must not be open on the same data.',
    )
    .requiredOption('--out <file>', 'file to write; never over one')
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((options: BackupOptions) => runCommand(() => backup(options)));
}

async function backup(options: BackupOptions): Promise<void> {
  await lookAhead(looksAtPlaceFor('--out', options.out, 'file'));
  const { openService } = await import('../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const made = await service.call(caller, 'backups.make', { file: resolve(options.out) });
    if (options.json) sayJson(made);
    else {
      sayResult(
        `Backup written to ${made.file}: ${made.bytes} bytes, ${made.files} files. Opened and checked: ${made.tables} tables, ` +
          `${made.rows} rows, ${made.entries} entries of the audit log.`,
      );
    }
  } finally {
    await service.close();
  }
}
