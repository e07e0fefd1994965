import { join } from 'node:path';
import { Command } from 'commander';
import type { NamedFace } from '../../../jobs/read/read-film.node.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { type Look, lookAhead, looksAtFile, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { faceAt, seconds } from '../option-values.ts';
import { readInto } from '../read/read-into.ts';
import { runCommand } from '../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../sign-in.ts';
import { sayBeside } from '../terminal.ts';

interface ReadOptions extends SignInOptions {
  csv?: string;
  child?: string;
  model?: string;
  face?: NamedFace;
  from: number;
  to?: number;
  json: boolean;
}

export function readCommand(): Command {
  return addSignInOptions(new Command('read'))
    .summary('read the emotions of one face in video files')
    .description(
      'Reads every picture of video files as a session reads a camera: readings and gaps with their reasons, as a CSV file,\n' +
        'for which no site is needed, or as sessions of a child of a site, by its approved model. Read is one face a film: the first that is alone in view, or the one that --face\n' +
        'names. Other faces are never read. A film that was read before is not read again, whatever it is called now, so that a\n' +
        'run which was stopped goes on when it is called again. For a site the password is asked for at the terminal, or\n' +
        'taken from FACEWARD_PASSWORD, and the program must not be open on the same data.',
    )
    .argument('<video...>', 'video files')
    .option('--csv <file>', 'file to write, or to go on with')
    .option('--child <code>', 'child of the site whose films they are')
    .option('--model <dir>', 'with --csv: a model folder; the model that ships if left out')
    .option('--face <X,Y@SECONDS>', "whose face is read: where it is in the film's pixels, and when", faceAt)
    .option('--from <seconds>', 'where in each film to begin', seconds, 0)
    .option('--to <seconds>', 'where in each film to end', seconds)
    .option('--json', 'say what was done as one JSON document on stdout', false)
    .action((videos: string[], options: ReadOptions) => runCommand(() => read(videos, options)));
}

async function read(videos: readonly string[], options: ReadOptions): Promise<void> {
  const { csv, child, model, from, to } = options;
  if ((csv === undefined) === (child === undefined)) throw new Misuse('one of --csv and --child was expected');
  if (child !== undefined && model !== undefined)
    throw new Misuse('a site reads by its approved model: leave --model out');
  if (to !== undefined && to <= from) throw new Misuse(`--to has to be later than --from; found ${from} and ${to}`);
  const looksAtVideos = videos.flatMap((video) => looksAtFile('video', video));
  if (csv !== undefined) await readIntoTable(videos, looksAtVideos, csv, options);
  else await readIntoSite(videos, looksAtVideos, child!, options);
}

async function readIntoTable(
  videos: readonly string[],
  looks: readonly Look[],
  csv: string,
  { model, ...options }: ReadOptions,
): Promise<void> {
  const { looksAtModel } = await import('../look-ahead/looks-at-inputs.ts');
  const modelDir = model ?? join(projectFolders().models, 'base');
  await lookAhead([...looks, ...looksAtPlaceFor('--csv', csv, 'file'), ...looksAtModel('--model', modelDir)]);
  const { readModel } = await import('../../../core/registry/model-folder.node.ts');
  const { FilmTable } = await import('../../../jobs/read/film-table.node.ts');
  const { config, weights } = await readModel(modelDir);
  const table = await FilmTable.open(csv, `${config.id} ${config.version}`);
  await readInto(table, videos, { ...options, config, weights, keepsCrops: false, where: csv });
}

async function readIntoSite(
  videos: readonly string[],
  looks: readonly Look[],
  code: string,
  options: ReadOptions,
): Promise<void> {
  await lookAhead(looks);
  const { openService } = await import('../open-service.ts');
  const { parseModelConfig } = await import('../../../core/registry/model-config.ts');
  const { SiteSink } = await import('../read/site-sink.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const child = (await service.call(caller, 'children.list', {})).find((each) => each.code === code);
    if (!child) throw new Misuse(`a child of the site was expected; nobody has the code ${code}`);
    if (!child.consentedScopes.includes('monitor')) {
      throw new Error(`no consent to monitoring holds today for ${code}: record it first`);
    }
    const model = (await service.call(caller, 'models.list', {})).find(({ state }) => state === 'approved');
    if (!model) throw new Error('no model is approved on this site: an administrator approves one');
    const { configJson, weights } = await service.call(caller, 'models.files', { modelId: model.id });
    const sessions = await service.call(caller, 'sessions.list', {});
    await readInto(new SiteSink(service, caller, child, model.id, sessions), videos, {
      ...options,
      config: parseModelConfig(configJson),
      weights,
      keepsCrops: child.consentedScopes.includes('keep-crops'),
      where: `sessions of ${code}`,
    });
  } finally {
    await service.close();
  }
}
