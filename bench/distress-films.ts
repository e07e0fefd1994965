/** What the distress line says of films composed of rendered children, second by second and stretch by stretch; see README.md. */
import { Command } from 'commander';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { loadClassifier } from '../src/core/inference/classify.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { KeptReadings } from './displayed-word/kept-readings.ts';
import { readFilm } from './displayed-word/read-film.ts';
import { distressScript } from './distress-films/distress-script.ts';
import { type DistressFilm, measureByRest, measureDistress } from './distress-films/measure-distress.ts';
import { childPortraits } from './quality/portraits.ts';

interface Options {
  readonly model: string;
  readonly dataset: string;
  readonly children?: number;
  readonly seconds: number;
  readonly keep?: string;
  readonly minutes?: number;
}

const options = new Command('distress-films')
  .option('--model <dir>', 'whose test children are taken', 'models/base')
  .option('--dataset <dir>', 'the rendered cohort', 'resources/demo-cohort')
  .option('--children <n>', 'at most so many films, one a child', Number)
  .option('--seconds <n>', 'length of a film', Number, 40)
  .option('--keep <dir>', 'keeps what was read there, and takes it from there')
  .option('--minutes <n>', 'begins no film after so long and says how many are left; wants --keep', Number)
  .parse()
  .opts<Options>();

/** The line is smoothed over 1.5 s: more pictures a second tell it little. */
const FRAMES_PER_SECOND = 5;
const REST_SECONDS = 4;

await startWasm();
const nets = await loadFaceNetsFromPackage();
const { config, weights } = await readModel(options.model);
if (!config.distress) throw new Error('this model says nothing of distress');
const limits = config.distress;
const classifier = loadClassifier(config, weights);
const portraits = await childPortraits({
  dir: options.dataset,
  split: 'test',
  config,
  perSubject: Number.POSITIVE_INFINITY,
  mostSubjects: options.children,
});

const kept = new KeptReadings(options.keep ?? null, options.minutes);
const films: DistressFilm[] = [];
let left = 0;
for (const [index, own] of [...Map.groupBy(portraits, ({ subject }) => subject).values()].entries()) {
  const seed = index + 1;
  const reading = { seed, nets, classifier, framesPerSecond: FRAMES_PER_SECOND };
  // The child's first neutral picture is its resting face, and is in no film.
  const [rest] = own.filter(({ emotion }) => emotion === 'neutral').sort((a, b) => a.path.localeCompare(b.path, 'en'));
  const pictures = own.filter((each) => each !== rest);
  const script = distressScript(pictures, options.seconds * 1000, seed);
  const atRest = [{ emotion: 'neutral', picture: 0, fromMs: 0, toMs: REST_SECONDS * 1000 }] as const;
  const name = `${options.seconds}s-${seed}`;
  const restRead = await kept.of(`rest-${name}`, () => readFilm(atRest, [rest!], reading));
  const read = restRead && (await kept.of(`distress-${name}`, () => readFilm(script, pictures, reading)));
  if (read) films.push({ name: own[0]!.subject, script, read, rest: restRead });
  else left += 1;
}
classifier.dispose();
nets.dispose();
if (left > 0) {
  console.log(`${left} of ${films.length + left} films are not read yet: run it again`);
  process.exit();
}

// Rule and limits were there before these films, so that all of them report.
console.log(`${films.length} films of ${options.seconds} s, 95 % intervals over films\n`);
for (const line of [...measureDistress(films, limits), '', ...measureByRest(films, limits)]) console.log(line);
