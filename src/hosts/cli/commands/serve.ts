import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';
import { openInBrowser } from '../../browser/open-in-browser.ts';
import type { StartProgram } from '../../processes/program-process.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { interruption } from '../interruption.ts';
import { wholeNumber } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { sayBeside, sayJson, sayResult } from '../terminal.ts';

interface ServeOptions {
  port: number;
  data: string;
  open: boolean;
  json: boolean;
}

/** @param start Starts the processes that train. */
export function serveCommand(start: StartProgram): Command {
  return new Command('serve')
    .summary('open the program in a browser of this machine')
    .description(
      'Serves the window on 127.0.0.1 and prints an address that opens it once. Nothing is reachable from other machines.\n' +
        'Ctrl-C ends it; a session that runs is kept.',
    )
    .option('--port <n>', 'port on 127.0.0.1; 0 takes a free one', wholeNumber(0, 65535), 0)
    .option('--data <dir>', "folder of the site's data", defaultDataDir(process.platform, process.env))
    .option('--no-open', 'only print the address')
    .option('--json', 'the address as one JSON document on stdout', false)
    .action((options: ServeOptions) => runCommand(() => serve(options, start)));
}

async function serve({ port, data, open, json }: ServeOptions, start: StartProgram): Promise<void> {
  const { renderer } = projectFolders();
  if (!existsSync(renderer)) throw new Error(`the window is not built: ${renderer} is missing; run npm run build`);
  const { startBrowserHost } = await import('../../browser/browser-host.ts');
  using interrupted = interruption('Closing.');
  const host = await startBrowserHost({ port, dataDir: data, log: sayBeside, start });
  try {
    if (json) sayJson({ url: host.url });
    else sayResult(host.url);
    if (open && !json) void openInBrowser(host.url, { dataDir: data, say: sayBeside });
    if (!interrupted.signal.aborted) await once(interrupted.signal, 'abort');
  } finally {
    await host.close();
  }
}
