import { Command } from 'commander';
import {
  computerKeysNeeded,
  countKeyHolders,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../../../core/security/key-slots.node.ts';
import { readKeyFile } from '../../../core/security/keys/key-file.node.ts';
import { askPassword } from '../ask-password.ts';
import { lookAhead, looksAtFile } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { runCommand } from '../run-command.ts';
import { sayJson, sayResult } from '../terminal.ts';
import { readHeldHead } from './audit/held-head.ts';

interface RestoreOptions {
  to: string;
  user?: string;
  recoveryCode: boolean;
  against?: string;
  json: boolean;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .summary('make a folder of data out of a backup')
    .description(
      'Unpacks a backup into a new folder, never over one, checks every byte of it, opens its store with the password of somebody\n' +
        'who could sign in when it was made, and reads all of it. Says how much of the audit log is missing since: against the\n' +
        'folder that the backup was made of, if that is still there, and against the file of --against. Start the program on the\n' +
        'new folder with --data.',
    )
    .argument('<file>', 'the backup')
    .requiredOption('--to <dir>', 'folder to make; there must be nothing in it')
    .option('--user <name>', 'whose password is given; may be left out where there is only one')
    .option('--recovery-code', "opens it with the site's recovery code in place of a password", false)
    .option(
      '--against <file>',
      'an exported audit log, a signed report or a copy of audit-head.json, of later than the backup',
    )
    .option('--json', 'say what was restored as one JSON document on stdout', false)
    .action((file: string, options: RestoreOptions) => runCommand(() => restore(file, options)));
}

async function restore(file: string, { to, user, recoveryCode, against, json }: RestoreOptions): Promise<void> {
  await lookAhead([...looksAtFile('the backup', file), ...looksAtFile('--against', against)]);
  const held = against === undefined ? null : await readHeldHead(against);
  if (held && 'fault' in held) throw new Misuse(`--against: ${against} is ${held.fault}`);
  const { restoreBackup } = await import('../../../service/records/restore.ts');
  const restored = await restoreBackup({
    file,
    to,
    held: held?.head ?? null,
    now: new Date(),
    unlock: (keyFile) => unlock(keyFile, { user, recoveryCode }),
  });
  if (json) return sayJson(restored);
  const { dir, madeAtIso, head, known, missing } = restored;
  sayResult(`Restored to ${dir}: the site as it was at ${madeAtIso}, ${head?.entries ?? 0} entries of the audit log.`);
  if (missing > 0) {
    sayResult(
      `${missing} entries are missing: the log is known to have gone on to entry ${known!.entries}. What was recorded, entered ` +
        'and agreed since the backup is not in it.',
    );
  } else if (known) sayResult('Nothing is known to be missing.');
  else
    sayResult(
      'What was done since is not known: the folder it was made of is not there; name a later file with --against.',
    );
}

async function unlock(
  keyFile: string,
  { user, recoveryCode }: Pick<RestoreOptions, 'user' | 'recoveryCode'>,
): Promise<Uint8Array> {
  if (recoveryCode) {
    const unlocked = await unlockWithRecoveryCode(keyFile, await askPassword('the site (its recovery code)'));
    if (unlocked.kind !== 'unlocked') throw new Error('this is not the recovery code of the site of this backup');
    return unlocked.key;
  }
  const people = countKeyHolders(keyFile);
  const userName = user ?? null;
  if (userName === null && people !== 1) throw new Misuse(`name whose password is given with --user: ${people} can`);
  const password = await askPassword(userName ?? 'the site');
  const unlocked = await unlockWithPassword(keyFile, { userName, password });
  if (unlocked.kind === 'refused') {
    const others = computerKeysNeeded(readKeyFile(keyFile)).size > 0;
    throw new Error(
      'the name or the password is wrong: it must be as it was when the backup was made' +
        (others ? '. Some passwords of it need the keystore of their computer as well: use --recovery-code' : ''),
    );
  }
  return unlocked.key;
}
