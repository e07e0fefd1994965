import { Argument, Command } from 'commander';
import { choiceFacts, describeChoice } from '../../../core/engine/choice-facts.ts';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';
import { FLAVOURS, type Flavour } from '../../../core/engine/tensorflow/wheels.ts';
import { interruption } from '../interruption.ts';
import { runCommand } from '../run-command.ts';
import { progressBar, sayBeside, sayResult } from '../terminal.ts';

const MEGABYTE = 1e6;

export function engineCommand(): Command {
  const install = new Command('install')
    .summary('install the tensorflow engine, which trains several times faster than wasm')
    .description(
      'Fetches the pinned libraries of TensorFlow by pip, checks their SHA-256, unpacks what is needed into the data folder\n' +
        '(FACEWARD_ENGINE_DIR names another place), compiles the binding and checks its gradients. cpu takes 0.8 GB, gpu 4 GB:\n' +
        'it brings the CUDA libraries along and needs nothing of the system but the NVIDIA driver. Once interrupted, the same\n' +
        'command goes on. Linux x64 only. This uses the network, as only "lsl install" does besides.',
    )
    .addArgument(new Argument('<flavour>', 'for the processor, or for an NVIDIA GPU').choices(FLAVOURS))
    .action((flavour: Flavour) => runCommand(() => installAndCheck(flavour)));
  return new Command('engine').summary('install what training computes on').addCommand(install);
}

async function installAndCheck(flavour: Flavour): Promise<void> {
  const { installEngine } = await import('../../../core/engine/tensorflow/install-engine.node.ts');
  using interrupted = interruption('Stopping; the same command goes on from here.');
  const log = installLog();
  let dir: string;
  try {
    dir = await installEngine(flavour, { signal: interrupted.signal, onProgress: log.add });
  } finally {
    log.end();
  }
  const { startEngine } = await import('../../../core/training/start-engine/start-engine.node.ts');
  const dataDir = defaultDataDir(process.platform, process.env);
  const choice = await startEngine({ requested: 'tensorflow', dataDir, anew: true });
  sayResult(`The engine is in ${dir}.\n${describeChoice(choiceFacts(choice))}`);
}

/** A line for each stage, and a bar in megabytes where somebody watches. */
function installLog() {
  let stage = '';
  let bar = progressBar('MB', { quiet: true });
  return {
    add(progress: { stage: string; doneBytes: number; totalBytes: number }) {
      if (progress.stage !== stage) {
        bar.stop();
        stage = progress.stage;
        sayBeside(stage);
        bar = progressBar('MB', { quiet: progress.totalBytes === 0 });
      }
      bar.update(Math.round(progress.doneBytes / MEGABYTE), Math.round(progress.totalBytes / MEGABYTE));
    },
    end: () => bar.stop(),
  };
}
