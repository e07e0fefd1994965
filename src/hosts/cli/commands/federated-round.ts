import { Command, InvalidArgumentError, Option } from 'commander';
import { ROUND_TASKS, type RoundOptions, runRoundTask } from '../federation/federated-round-tasks.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtFile, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { sayBeside, sayJson } from '../terminal.ts';

export function federatedRoundCommand(): Command {
  return new Command('federated-round')
    .summary("a site's own part of a model that several sites train")
    .description(
      'Trains a model together with other sites, of which none sees the images of another. Reads everything that concerns\n' +
        'this site from its own federation file (docs/federation.md), and nothing of it from the coordinator. Only children\n' +
        'for whom a consent to share a model holds take part.',
    )
    .option('--federation <file>', "the site's federation file, JSON")
    .addOption(
      new Option(
        '--task <name>',
        "start: write the weights of the site's model; fit: train local steps; measure: batch-norm statistics; candidate: a model of what came back; hand-out, take-back: for a coordinator without a network",
      )
        .choices(ROUND_TASKS)
        .makeOptionMandatory(),
    )
    .option('--round <n>', 'number of the round, from 1', roundNumber)
    .option('--weights <file>', 'the weights that the coordinator handed out, safetensors')
    .option('--report <file>', 'with candidate: what the coordinator wrote of the federation, FEDERATION.json')
    .option('--out <path>', 'file to write, safetensors; with candidate the folder of the model')
    .option('--import <file>', 'a signed file of a round, in place of --weights')
    .option('--trust <file>', 'with --import: the public key of whoever signed it, PEM')
    .option('--export <file>', 'signed file to write, to be carried')
    .option('--key <file>', 'with --export: a private key to sign with, PEM; a site signs with its own')
    .option('--user <name>', "who signs in to have the site's key used; may be left out where there is only one")
    .addOption(
      new Option('--of <task>', 'with hand-out and take-back: what the file is of')
        .choices(['fit', 'measure'])
        .default('fit'),
    )
    .addHelpText(
      'after',
      '\nPrints one line of JSON on stdout; what people read goes to stderr. Exit codes: 0 done; 1 failed; 2 misuse; 3 refused,\n' +
        'with {"refused", "words"} on stdout; 75 stopped and saved: the same call goes on.\n\nExample:\n' +
        '  faceward federated-round --federation site.json --task fit --round 1 --weights in.safetensors --out out.safetensors',
    )
    .action((options: RoundOptions) => runCommand(() => federatedRoundOf(options)));
}

function roundNumber(text: string): number {
  const round = Number(text);
  if (Number.isInteger(round) && round >= 1 && round <= 1e6) return round;
  throw new InvalidArgumentError('a whole number from 1 on was expected.');
}

async function federatedRoundOf(options: RoundOptions): Promise<void> {
  const { weights, report, trust, key, out, task } = options;
  await lookAhead([
    ...looksAtFile('--weights', weights),
    ...looksAtFile('--report', report),
    ...looksAtFile('--import', options.import),
    ...looksAtFile('--trust', trust),
    ...looksAtFile('--key', key),
    ...looksAtPlaceFor('--out', out, task === 'candidate' ? 'folder' : 'file'),
    ...looksAtPlaceFor('--export', options.export, 'file'),
  ]);
  const { RoundRefused } = await import('../../../jobs/federated/round-refused.ts');
  using interrupted = interruption('Stopping after this step; Ctrl-C again ends at once.');
  const { signal } = interrupted;
  try {
    await runRoundTask(options, signal);
  } catch (error) {
    if (error instanceof RoundRefused) {
      sayJson({ refused: error.code, words: error.message });
      sayBeside(`faceward: ${error.message}`);
      process.exitCode = EXIT_CODES.refused;
    } else if (signal.aborted) {
      sayBeside('faceward: stopped; the same call goes on where it was.');
      process.exitCode = EXIT_CODES.runAgain;
    } else throw error;
  }
}
