/**
 * `npm start`: the program in its own window where that is possible, else in a browser of this machine.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { defaultDataDir } from '../core/engine/data-folder.node.ts';
import { projectFolders } from './shared/project-folders.ts';
import { buildWindow, windowIsStale } from './start/build-window.ts';
import { desktopObstacle, electronBinary, fetchElectron } from './start/electron-binary.ts';
import { runBrowser } from './start/run-browser.ts';
import { runDesktop } from './start/run-desktop.ts';

interface StartOptions {
  readonly host?: 'desktop' | 'browser';
  readonly data: string;
  readonly port?: number;
  readonly open: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

const command = new Command('npm start --')
  .description('Opens Faceward: in its own window, or else in a browser of this machine.')
  .addOption(
    new Option('--host <host>', 'where to open it; without this, desktop if possible').choices(['desktop', 'browser']),
  )
  .option('--data <dir>', "folder of the site's data", defaultDataDir(process.platform, process.env))
  .option('--port <n>', 'port on 127.0.0.1 for the browser host; 0 takes a free one', portNumber)
  .option('--no-open', 'browser host: only print the address')
  .action(async (options: StartOptions) => {
    try {
      await start(options);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  });

followLauncher();
await command.parseAsync();

async function start({ host, data, port, open }: StartOptions): Promise<void> {
  const project = projectFolders();
  const dataDir = resolve(data);
  if (windowIsStale(project)) await buildWindow(project);
  if (host !== 'browser') {
    const obstacle = await openDesktop(project.root, dataDir);
    if (!obstacle) return;
    if (host === 'desktop') throw new Error(`The desktop window cannot be opened: ${obstacle}.`);
    say(`The desktop window cannot be opened (${obstacle}), so Faceward opens in a browser.`);
  }
  await runBrowser({ dataDir, port, open, say });
}

/** @returns Why the window could not be opened, or null after it was closed. */
async function openDesktop(root: string, dataDir: string): Promise<string | null> {
  const obstacle = desktopObstacle(process.platform, process.env, process.getuid?.() ?? null);
  if (obstacle) return obstacle;
  const binary = electronBinary(root) ?? (await fetchElectron(root));
  if (typeof binary !== 'string') return binary.obstacle;
  return existsSync(binary) ? await runDesktop(binary, root, dataDir) : `${binary} is not there`;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('A whole number from 0 to 65535 is expected.');
  return port;
}

/** Started for an older Node, the program ends when that one is gone: nobody could stop it any more. */
function followLauncher(): void {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
