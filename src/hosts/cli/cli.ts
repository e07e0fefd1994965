/** The command line where Node runs it. */
import { forkUnderNode } from '../processes/fork-under-node.ts';
import { EXIT_CODES } from './run-command.ts';
import { runFaceward } from './run-faceward.ts';

followLauncher();
await runFaceward(process.argv.slice(2), forkUnderNode);

/** Started for an older Node, the program ends when that one is gone: nobody could stop it any more. */
function followLauncher(): void {
  if (!process.channel) return;
  process.once('disconnect', () => process.exit(EXIT_CODES.failed));
  process.channel.unref();
}
