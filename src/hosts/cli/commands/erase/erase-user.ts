import { Command } from 'commander';
import { Misuse } from '../../misuse.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions } from '../../sign-in.ts';
import { sayJson, sayResult } from '../../terminal.ts';
import { askAgain, type EraseOptions, takeReceipt, toErase } from './erase-options.ts';

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
    .action((name: string, options: EraseOptions) => runCommand(() => eraseNamed(name, options)));
}

async function eraseNamed(name: string, options: EraseOptions): Promise<void> {
  const { reason, dryRun, out, json } = options;
  await toErase(options, async (service, caller) => {
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
    const password = await askAgain(service, caller);
    for (const { id: userId } of named) {
      const erasure = await service.call(caller, 'erasures.eraseUser', { userId, reason: reason!, password });
      const receipt = await takeReceipt(service, caller, { erasureId: erasure.id, out });
      if (json) sayJson(JSON.parse(receipt));
      else sayResult(`Erased. Receipt ${erasure.id}${out === undefined ? '' : ` written to ${out}`}. ${stays}.`);
    }
  });
}
