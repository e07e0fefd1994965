import type { Command } from 'commander';
import { defaultDataDir } from '../../core/engine/data-folder.node.ts';
import type { KeptData } from '../../jobs/dataset/kept-faces.node.ts';

/** What every command that opens images may be told of what is kept between runs. */
export interface DataOptions {
  data: string;
  cache: boolean;
}

export function addDataOptions(command: Command): Command {
  return command
    .option(
      '--data <dir>',
      "folder of the site's data: found faces are kept there, and looks at test sets are counted",
      defaultDataDir(process.platform, process.env),
    )
    .option('--no-cache', 'finds every face anew and keeps none');
}

export function keptDataOf({ data, cache }: DataOptions): Required<KeptData> {
  return { dataDir: data, cacheFaces: cache };
}
