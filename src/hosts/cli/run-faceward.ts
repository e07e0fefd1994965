import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import type { StartProgram } from '../processes/program-process.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { childCommand } from './commands/child.ts';
import { datasetCommand } from './commands/dataset.ts';
import { doctorCommand } from './commands/doctor.ts';
import { engineCommand } from './commands/engine.ts';
import { eraseCommand } from './commands/erase.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { federatedRoundCommand } from './commands/federated-round.ts';
import { lslCommand } from './commands/lsl.ts';
import { modelCommand } from './commands/model.ts';
import { predictCommand } from './commands/predict.ts';
import { readCommand } from './commands/read.ts';
import { rekeyCommand } from './commands/rekey.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { studyCommand } from './commands/study.ts';
import { trainCommand } from './commands/train.ts';
import { verifyCommand } from './commands/verify.ts';
import { tellAllAtOnce } from './look-ahead/all-at-once.ts';
import { EXIT_CODES } from './run-command.ts';

/**
 * The command line: the same service as the windows use, for machines and for people at a terminal.
 *
 * Exit codes, left in process.exitCode: 0 done, 1 failed, 2 called in a way that makes no sense, 75 stopped and saved: to
 * be run again, 141 nobody reads what it prints any more; "verify" has one of its own.
 *
 * @param args What stands behind `faceward`.
 * @param start Starts the processes that some commands need.
 */
export async function runFaceward(args: readonly string[], start: StartProgram): Promise<void> {
  const program = new Command('faceward')
    .description(
      'Emotion monitoring for paediatric wards: train and check the model that reads faces, serve the window to a browser, ' +
        'write reports. Decision support for trained staff, not a diagnosis.',
    )
    .version(manifest.version)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 misuse, 75 run again. faceward help COMMAND explains each command.',
    );

  for (const command of [
    doctorCommand(),
    engineCommand(),
    lslCommand(),
    serveCommand(start),
    trainCommand(),
    studyCommand(start),
    federatedRoundCommand(),
    evaluateCommand(),
    predictCommand(),
    readCommand(),
    modelCommand(),
    datasetCommand(),
    reportCommand(),
    exportCommand(),
    verifyCommand(),
    childCommand(),
    auditCommand(),
    backupCommand(),
    restoreCommand(),
    eraseCommand(),
    rekeyCommand(),
  ]) {
    program.addCommand(tellAllAtOnce(command.exitOverride()));
  }

  try {
    await program.exitOverride().showHelpAfterError('(--help explains the options)').parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander has said what is wrong; a call without a command shows the help, which is no success either.
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.misuse;
  }
}
