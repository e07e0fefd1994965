import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { askPassword } from '../../ask-password.ts';
import { lookAhead, looksAtPlaceFor } from '../../look-ahead/look-ahead.ts';
import { Misuse } from '../../misuse.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../../terminal.ts';

interface EraseUserOptions extends SignInOptions {
  reason?: string;
  dryRun: boolean;
  out?: string;
  json: boolean;
}

export function userCommand(): Command {
  return addSignInOptions(new Command('user'))
    .summary('erase the name of somebody who was removed')
    .description(
      'Puts a mark in the place of the name of somebody who cannot sign in any more: their sessions and entries keep saying that one\n' +
        'person made them. The audit log stays as it is, and so do reports that were made before. For an administrator; the program\n' +
        'must not be open on the same data. The password is asked for once more before anything goes.',
    )
    .argument('<name>', "the person's name, as it was")
    .option('--reason <text>', 'why, for the receipt; it must not name the person')
    .option('--dry-run', 'says what would go and what would stay, and erases nothing', false)
    .option('--out <file>', 'file to write the signed receipt to; it is kept in the store, too')
    .option('--json', 'say the receipt as one JSON document on stdout', false)
    .action((name: string, options: EraseUserOptions) => runCommand(() => eraseNamed(name, options)));
}

async function eraseNamed(name: string, options: EraseUserOptions): Promise<void> {
  const { reason, dryRun, out, json } = options;
  if (!dryRun && reason === undefined) throw new Misuse('say why with --reason, or look first with --dry-run');
  if (out !== undefined) await lookAhead(looksAtPlaceFor('--out', out, 'file'));
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const removed = await service.call(caller, 'erasures.removedUsers', {});
    const named = removed.filter((each) => each.name.toLowerCase() === name.toLowerCase());
    if (named.length === 0) throw new Error(`no removed user is called ${name}; remove them under Settings first`);
    if (named.length > 1 && out !== undefined) {
      throw new Misuse(
        `${named.length} removed users are called so: leave --out, and write each with “faceward erase receipt”`,
      );
    }
    const [person] = named;
    const stays = `${person!.auditEntries} entries of the audit log name ${person!.name} and stay, as the log cannot be changed`;
    if (dryRun) {
      const who = named.length === 1 ? 'one removed user' : `${named.length} removed users`;
      return sayResult(`The name of ${who} would be erased. ${stays}.`);
    }
    const { user } = await service.call(caller, 'site.status', {});
    const password = await askPassword(user?.name ?? '');
    for (const { id: userId } of named) {
      const erasure = await service.call(caller, 'erasures.eraseUser', { userId, reason: reason!, password });
      const { bytes } = await service.call(caller, 'erasures.receipt', { erasureId: erasure.id });
      if (out !== undefined) await writeFile(out, bytes, { mode: 0o600 });
      if (json) sayJson(JSON.parse(Buffer.from(bytes).toString('utf8')));
      else sayResult(`Erased. Receipt ${erasure.id}${out === undefined ? '' : ` written to ${out}`}. ${stays}.`);
    }
  } finally {
    await service.close();
  }
}
