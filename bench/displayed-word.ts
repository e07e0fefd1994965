/** How well the large word follows what it reads, on films composed of rendered children; see README.md. */
import { Command } from 'commander';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { loadClassifier } from '../src/core/inference/classify.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { FRAMES_PER_SECOND } from './displayed-word/compose-film.ts';
import { filmScript } from './displayed-word/film-script.ts';
import { KeptReadings } from './displayed-word/kept-readings.ts';
import { type Film, measureWord, type Shares, type WordFigures } from './displayed-word/measure-word.ts';
import { plainPictures } from './displayed-word/plain-pictures.ts';
import { readFilm } from './displayed-word/read-film.ts';
import { childPortraits } from './quality/portraits.ts';

interface Options {
  readonly model: string;
  readonly dataset: string;
  readonly children?: number;
  readonly seconds: number;
  readonly plain?: true;
  readonly series: number;
  readonly keep?: string;
  readonly minutes?: number;
}

const options = new Command('displayed-word')
  .option('--model <dir>', 'whose test children are taken', 'models/base')
  .option('--dataset <dir>', 'the rendered cohort', 'resources/demo-cohort')
  .option('--children <n>', 'at most so many films, one a child', Number)
  .option('--seconds <n>', 'length of a film', Number, 24)
  .option('--plain', 'only pictures that every reading of them alone names surely')
  .option('--series <n>', 'other films of the same children', Number, 0)
  .option('--keep <dir>', 'keeps what was read there, and takes it from there')
  .option('--minutes <n>', 'begins no film after so long and says how many are left; wants --keep', Number)
  .parse()
  .opts<Options>();

/** 15 pictures a second, and 5 as a slow machine gives them. */
const EVERY = [1, 3];

await startWasm();
const nets = await loadFaceNetsFromPackage();
const { config, weights } = await readModel(options.model);
const classifier = loadClassifier(config, weights);
const validated = config.classesValidatedOnChildren;
const portraits = await childPortraits({
  dir: options.dataset,
  split: 'test',
  config,
  perSubject: Number.POSITIVE_INFINITY,
  mostSubjects: options.children,
});
const children = Map.groupBy(
  portraits.filter(({ emotion }) => validated.includes(emotion)),
  ({ subject }) => subject,
);

const kept = new KeptReadings(options.keep ?? null, options.minutes);
const films: Film[] = [];
let left = 0;
for (const [index, own] of [...children.values()].entries()) {
  const seed = 1000 * options.series + index + 1;
  const reading = { seed, nets, classifier };
  const pictures = options.plain ? await plainPictures(own, reading, config, kept) : own;
  if (pictures?.length === 0) continue;
  const script = pictures && filmScript(pictures, options.seconds * 1000, seed);
  const name = `${options.plain ? 'plain' : 'all'}-${options.seconds}s-${seed}`;
  const read = script && (await kept.of(name, () => readFilm(script, pictures, reading)));
  if (read) films.push({ script, read });
  else left += 1;
}
classifier.dispose();
nets.dispose();
if (left > 0) {
  console.log(`${left} of ${films.length + left} films are not read yet: run it again`);
  process.exit();
}

console.log(
  '| films | pictures a second | frames | | right | wrong | not sure | no reading | latency p50, p90 | words a change | longest stale |',
);
console.log(`| ${Array(11).fill('---').join(' | ')} |`);
for (const [name, remainder] of [
  ['chosen on', 0],
  ['reported', 1],
] as const) {
  const those = films.filter((_, index) => index % 2 === remainder);
  for (const every of EVERY) {
    const figures = measureWord(those, { threshold: config.threshold, validated }, every);
    console.log(row(`${name}: ${those.length}`, every, 'word', figures.word, figures));
    console.log(row('', every, 'readings', figures.readings, null));
  }
}

function row(name: string, every: number, what: string, shares: Shares, figures: WordFigures | null): string {
  const { right, wrong, notSure, gap } = shares;
  const percent = [right, wrong, notSure, gap].map((share) => `${(100 * share).toFixed(1)} %`);
  const rest = figures
    ? [
        `${figures.latencyP50Ms.toFixed(0)}, ${figures.latencyP90Ms.toFixed(0)} ms of ${figures.changes}`,
        figures.wordsPerChange.toFixed(2),
        `${figures.longestStaleMs.toFixed(0)} ms`,
      ]
    : ['', '', ''];
  return `| ${[name, FRAMES_PER_SECOND / every, figures?.frames ?? '', what, ...percent, ...rest].join(' | ')} |`;
}
