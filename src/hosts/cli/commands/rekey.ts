import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { englishOf } from '../../../core/words/failure-sentence.ts';
import { createWords } from '../../../core/words/words.ts';
import type { Caller } from '../../../service/runtime/caller.ts';
import type { Service } from '../../../service/service.ts';
import { runCommand } from '../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../sign-in.ts';
import { sayBeside, sayResult } from '../terminal.ts';

interface RekeyOptions extends SignInOptions {
  leaveOut: boolean;
}

const EVERY_MS = 200;

export function rekeyCommand(): Command {
  return addSignInOptions(new Command('rekey'))
    .summary('give the store of a site another key')
    .description(
      'Writes the store anew under another data key and gives that key to everybody who can sign in, and to the recovery code:\n' +
        'passwords stay. Copies of the key file of before open nothing of it any more. Killed in its middle, the site is as it was, or\n' +
        'finished. As much space as the store has must be free. For an administrator; the program must not be open on the same data.',
    )
    .option('--leave-out', 'also where people of an earlier version, or the recovery code, would be left out', false)
    .action((options: RekeyOptions) => runCommand(() => rekey(options)));
}

async function rekey(options: RekeyOptions): Promise<void> {
  const { openService } = await import('../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    await service.call(caller, 'keys.change', { leavesOut: options.leaveOut });
    await saySteps(service, caller);
    const { lastFailure, due } = await service.call(caller, 'keys.state', {});
    if (due) throw new Error(lastFailure ? englishOf(lastFailure.why) : 'the key was not changed; something else runs');
    sayResult('The store is under another key. Everybody signs in as before.');
  } finally {
    await service.close();
  }
}

async function saySteps(service: Service, caller: Caller): Promise<void> {
  const t = createWords('en').getFixedT(null, 'keys');
  let said: string | null = null;
  for (;;) {
    const { step } = await service.call(caller, 'keys.progress', {});
    if (step === null) return;
    if (step !== said) sayBeside(t(($) => $.changing[step]));
    said = step;
    await pause(EVERY_MS);
  }
}
