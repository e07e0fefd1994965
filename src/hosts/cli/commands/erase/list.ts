import { Command } from 'commander';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { columns, sayBeside, sayJson, sayResult } from '../../terminal.ts';

interface ListOptions extends SignInOptions {
  json: boolean;
}

export function listCommand(): Command {
  return addSignInOptions(new Command('list'))
    .summary('what waits to be erased, and what was erased, when, by whom and why')
    .description(
      'Lists the erasures of a site, the newest first: what waits, with the moment when it is erased, what was erased, and what was\n' +
        'taken back. For an administrator.',
    )
    .option('--json', 'say it as one JSON document on stdout', false)
    .action((options: ListOptions) => runCommand(() => list(options)));
}

async function list(options: ListOptions): Promise<void> {
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const { erasures } = await service.call(caller, 'erasures.list', {});
    if (options.json) sayJson(erasures);
    else if (erasures.length === 0) sayResult('Nothing has been erased.');
    else {
      sayResult(
        columns({
          header: ['id', 'what', 'of', 'state', 'due or ended', 'asked at', 'by', 'reason'],
          rows: erasures.map(
            ({ id, what, pseudonym, ofId, childCode, state, dueAtIso, endedAtIso, askedAtIso, askedBy, reason }) => [
              id,
              what,
              childCode ?? (pseudonym || ofId),
              state === 'held' ? 'waits' : state,
              endedAtIso ?? dueAtIso ?? '',
              askedAtIso,
              askedBy,
              reason,
            ],
          ),
        }),
      );
    }
  } finally {
    await service.close();
  }
}
