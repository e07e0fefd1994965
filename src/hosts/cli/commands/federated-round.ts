import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type LogRecord, saysSomething } from '../../../core/training/log-record.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtFile, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { sayBeside, sayJson } from '../terminal.ts';

const TASKS = ['start', 'fit', 'measure', 'candidate'] as const;

interface RoundOptions {
  federation: string;
  task: (typeof TASKS)[number];
  round?: number;
  weights?: string;
  report?: string;
  out: string;
}

export function federatedRoundCommand(): Command {
  return new Command('federated-round')
    .summary("a site's own part of a model that several sites train")
    .description(
      'Trains a model together with other sites, of which none sees the images of another. Reads everything that concerns\n' +
        'this site from its own federation file (docs/federation.md), and nothing of it from the coordinator. Only children\n' +
        'for whom a consent to share a model holds take part.',
    )
    .requiredOption('--federation <file>', "the site's federation file, JSON")
    .addOption(
      new Option(
        '--task <name>',
        "start: write the weights of the site's model; fit: train local steps; measure: batch-norm statistics; candidate: a model of what came back",
      )
        .choices(TASKS)
        .makeOptionMandatory(),
    )
    .option('--round <n>', 'number of the round, from 1', roundNumber)
    .option('--weights <file>', 'the weights that the coordinator handed out, safetensors')
    .option('--report <file>', 'with candidate: what the coordinator wrote of the federation, FEDERATION.json')
    .requiredOption('--out <path>', 'file to write, safetensors; with candidate the folder of the model')
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
  const { federation: federationFile, task, out: outFile } = options;
  await lookAhead([
    ...looksAtFile('--weights', options.weights),
    ...looksAtFile('--report', options.report),
    ...looksAtPlaceFor('--out', outFile, task === 'candidate' ? 'folder' : 'file'),
  ]);
  const { RoundRefused } = await import('../../../jobs/federated/round-refused.ts');
  const baseModelDir = join(projectFolders().models, 'base');
  using interrupted = interruption('Stopping after this step; Ctrl-C again ends at once.');
  const { signal } = interrupted;
  try {
    if (task === 'start') {
      const { startFederation } = await import('../../../jobs/federated/start-federation.node.ts');
      sayJson(await startFederation({ federationFile, outFile, baseModelDir }));
      return;
    }
    const { round, weights: weightsFile, report: reportFile } = options;
    if (weightsFile === undefined) throw new Misuse(`--weights was expected beside --task ${task}`);
    if (task === 'candidate') {
      if (reportFile === undefined) throw new Misuse('--report was expected beside --task candidate');
      const { federatedCandidate } = await import('../../../jobs/federated/federated-candidate.node.ts');
      const job = { federationFile, weightsFile, reportFile, outDir: outFile, baseModelDir };
      const { dir, config } = await followed(federatedCandidate(job, { signal }));
      sayJson({ task, dir, id: config.id, test: config.test, comparison: config.comparison });
      return;
    }
    if (round === undefined) throw new Misuse(`--round was expected beside --task ${task}`);
    const { federatedRound } = await import('../../../jobs/federated/federated-round.node.ts');
    sayJson(
      await followed(federatedRound({ federationFile, task, round, weightsFile, outFile, baseModelDir }, { signal })),
    );
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

/** Says on stderr what happens, a line every ten steps. */
async function followed<Answer>(run: AsyncGenerator<LogRecord, Answer>): Promise<Answer> {
  for (let next = await run.next(); ; next = await run.next()) {
    if (next.done) return next.value;
    const record = next.value;
    if (record.kind === 'step') {
      if (record.step % STEPS_A_LINE === 0 || record.step === record.steps) {
        sayBeside(`Step ${record.step} of ${record.steps}: loss ${record.loss.toFixed(3)}`);
      }
    } else if (saysSomething(record)) sayBeside(record.message);
  }
}

const STEPS_A_LINE = 10;
