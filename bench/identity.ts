/** Seconds read from the wrong child and seconds lost, over all pairs of rendered children; see README.md. */
import { Command } from 'commander';
import { quantile } from 'simple-statistics';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { readModel } from '../src/core/registry/model-folder.node.ts';
import { describeChildren } from './identity/describe-children.ts';
import { distancesAfter } from './identity/likeness-pairs.ts';
import { type Cost, playScene, SCENES } from './identity/scripted-scenes.ts';
import { childPortraits } from './quality/portraits.ts';

interface Options {
  readonly model: string;
  readonly dataset: string;
}

const options = new Command('identity')
  .requiredOption('--model <dir>', 'whose test children are taken', 'models/base')
  .requiredOption('--dataset <dir>', 'the rendered cohort', 'resources/demo-cohort')
  .parse()
  .opts<Options>();

const SEED = 11;
const LOOKS = [1, 2, 3, 4, 6];
const LIMITS = [0.27, 0.29, 0.31, 0.33, 0.35, 0.42];

await startWasm();
const nets = await loadFaceNetsFromPackage();
const { config } = await readModel(options.model);
const records = await childPortraits({ dir: options.dataset, split: 'test', config, perSubject: 14 });
const described = await describeChildren(nets, records);
nets.dispose();

const children = [...Map.groupBy(described, ({ subject }) => subject).values()];
console.log(`${described.length} pictures of ${children.length} children\n`);
console.log(
  `| looks | own, median | least of a stranger | ${LIMITS.map((limit) => `refused / let in at ${limit}`).join(' | ')} |`,
);
console.log(`| --- | --- | --- |${' --- |'.repeat(LIMITS.length)}`);
for (const looks of LOOKS) {
  const { own, others } = distancesAfter(looks, described, SEED);
  const shares = LIMITS.map((limit) => {
    const refused = own.filter((distance) => distance > limit).length / own.length;
    const letIn = others.filter((distance) => distance <= limit).length;
    return `${(100 * refused).toFixed(0)} % / ${letIn} of ${others.length}`;
  });
  console.log(
    `| ${looks} | ${quantile([...own], 0.5).toFixed(3)} | ${Math.min(...others).toFixed(3)} | ${shares.join(' | ')} |`,
  );
}

console.log('\n| scene | pairs | pairs with a wrong second | wrong seconds | lost seconds of those with the child |');
console.log('| --- | --- | --- | --- | --- |');
for (const scene of SCENES) {
  const costs: Cost[] = [];
  for (const child of children) {
    for (const other of children) if (other !== child) costs.push(await playScene(scene, child, other));
  }
  const sum = (of: (cost: (typeof costs)[number]) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const wrongPairs = costs.filter(({ wrongSeconds }) => wrongSeconds > 0).length;
  console.log(
    `| ${scene} | ${costs.length} | ${wrongPairs} | ${sum((cost) => cost.wrongSeconds).toFixed(1)} | ` +
      `${sum((cost) => cost.lostSeconds).toFixed(0)} of ${sum((cost) => cost.childSeconds).toFixed(0)} |`,
  );
}
