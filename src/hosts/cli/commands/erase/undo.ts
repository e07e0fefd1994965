import { Command } from 'commander';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayResult } from '../../terminal.ts';
import { askAgain, takeReceipt } from './erase-options.ts';

const ID_HELP = 'of the erasure, as “faceward erase list” names it';

/** `erase undo`: takes back what waits. */
export function undoCommand(): Command {
  return addSignInOptions(new Command('undo'))
    .summary('take back what waits to be erased')
    .description(
      'Puts what waits to be erased back to where it was. What a consent alone had allowed that has ended meanwhile does not come\n' +
        'back. For an administrator; the program must not be open on the same data.',
    )
    .argument('<id>', ID_HELP)
    .action((erasureId: string, options: SignInOptions) =>
      runCommand(async () => {
        const { openService } = await import('../../open-service.ts');
        const service = openService(options.data, sayBeside);
        try {
          const caller = await signIn(service, options);
          const { lost } = await service.call(caller, 'erasures.undo', { erasureId });
          sayResult(
            lost === 0
              ? 'It is back.'
              : `It is back, but for rows that hung on something that was removed meanwhile: ${lost}.`,
          );
        } finally {
          await service.close();
        }
      }),
    );
}

/** `erase now`: does not wait. */
export function nowCommand(): Command {
  return addSignInOptions(new Command('now'))
    .summary('erase now what waits to be erased')
    .description(
      'Erases for good what waits, before its day. For an administrator; the program must not be open on the same data. The password\n' +
        'is asked for once more.',
    )
    .argument('<id>', ID_HELP)
    .option('--out <file>', 'file to write the signed receipt to; it is kept in the store, too')
    .action((erasureId: string, options: SignInOptions & { out?: string }) =>
      runCommand(async () => {
        const { openService } = await import('../../open-service.ts');
        const service = openService(options.data, sayBeside);
        try {
          const caller = await signIn(service, options);
          const password = await askAgain(service, caller);
          await service.call(caller, 'erasures.eraseNow', { erasureId, password });
          await takeReceipt(service, caller, { erasureId, out: options.out });
          sayResult(`Erased. Receipt ${erasureId}${options.out === undefined ? '' : ` written to ${options.out}`}.`);
        } finally {
          await service.close();
        }
      }),
    );
}
