import { Command } from 'commander';
import { interruption } from '../interruption.ts';
import { runCommand } from '../run-command.ts';
import { sayResult } from '../terminal.ts';

export function lslCommand(): Command {
  const install = new Command('install')
    .summary('install liblsl, by which a running session can be recorded beside other devices')
    .description(
      'Fetches the pinned wheel of pylsl by pip, checks its SHA-256 and unpacks liblsl into the data folder (FACEWARD_LSL_DIR\n' +
        'names another place): 1 MB. With --file it takes the wheel from a file and uses no network. Nothing is streamed by this:\n' +
        'an administrator turns that on under Settings. Linux x64, Windows x64, macOS.',
    )
    .option('--file <wheel>', 'the wheel, brought to this machine by hand')
    .addHelpText('after', '\nExample:\n  faceward lsl install')
    .action(({ file }: { file?: string }) => runCommand(() => installLibrary(file ?? null)));
  return new Command('lsl').summary('stream a running session to other devices').addCommand(install);
}

async function installLibrary(file: string | null): Promise<void> {
  const { installLsl } = await import('../../../core/lsl/library/install-lsl.node.ts');
  using interrupted = interruption('Stopping.');
  sayResult(`liblsl is in ${await installLsl({ file, signal: interrupted.signal })}.`);
}
