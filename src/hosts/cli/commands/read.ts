import { join } from 'node:path';
import { Command } from 'commander';
import type { NamedFace } from '../../../jobs/read/read-film.node.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { lookAhead, looksAtFile, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { faceAt, seconds } from '../option-values.ts';
import { readInto } from '../read/read-into.ts';
import { runCommand } from '../run-command.ts';

interface ReadOptions {
  csv: string;
  model?: string;
  face?: NamedFace;
  from: number;
  to?: number;
  json: boolean;
}

export function readCommand(): Command {
  return new Command('read')
    .summary('read the emotions of one face in video files')
    .description(
      'Reads every picture of video files as a session reads a camera, and writes readings and gaps, with their reasons, as\n' +
        'a CSV file. No site is needed. Read is one face a film: the first that is alone in view, or the one that --face\n' +
        'names. Other faces are never read. A film that is in the CSV file already is not read again, whatever it is called\n' +
        'now, so that a run which was stopped goes on when it is called again.',
    )
    .argument('<video...>', 'video files')
    .requiredOption('--csv <file>', 'file to write, or to go on with')
    .option('--model <dir>', 'a model folder; the model that ships if left out')
    .option('--face <X,Y@SECONDS>', "whose face is read: where it is in the film's pixels, and when", faceAt)
    .option('--from <seconds>', 'where in each film to begin', seconds, 0)
    .option('--to <seconds>', 'where in each film to end', seconds)
    .option('--json', 'say what was done as one JSON document on stdout', false)
    .action((videos: string[], options: ReadOptions) => runCommand(() => read(videos, options)));
}

async function read(videos: readonly string[], { csv, face, from, to, json, model }: ReadOptions): Promise<void> {
  if (to !== undefined && to <= from) throw new Misuse(`--to has to be later than --from; found ${from} and ${to}`);
  const { looksAtModel } = await import('../look-ahead/looks-at-inputs.ts');
  const modelDir = model ?? join(projectFolders().models, 'base');
  await lookAhead([
    ...videos.flatMap((video) => looksAtFile('video', video)),
    ...looksAtPlaceFor('--csv', csv, 'file'),
    ...looksAtModel('--model', modelDir),
  ]);
  const { readModel } = await import('../../../core/registry/model-folder.node.ts');
  const { FilmTable } = await import('../../../jobs/read/film-table.node.ts');
  const { config, weights } = await readModel(modelDir);
  const table = await FilmTable.open(csv, `${config.id} ${config.version}`);
  await readInto(table, videos, { config, weights, keepsCrops: false, face, from, to, json, where: csv });
}
