import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, describeRemark } from '../../../../src/core/dataset/dataset.ts';
import { readDataset } from '../../../../src/core/dataset/read-dataset.node.ts';
import { lookAtFolder } from '../../../../src/core/dataset/said/look-at-folder.node.ts';
import type { Door } from '../door.ts';
import { attempted } from '../said.ts';
import { pick, spoilText } from '../spoil.ts';

const IMAGES = ['anger_1', 'anger_2', 'disgust_1', 'disgust_2', 'fear_1', 'happiness_1'];

const MANIFEST = [
  'path,subject,group,age,emotion,label,split,x0,y0,x1,y1',
  ...IMAGES.map(
    (name, i) => `child/c003/${name}.jpg,c${i},child,${4 + i},${name.slice(0, -2)},anger,train,30,26,94,102`,
  ),
].join('\n');

const DESCRIPTION = 'shows: rendered faces\nrealChildren: false\nlicence: CC0-1.0\ngroup: child\n';

const FER = [
  'emotion,pixels,Usage',
  `3,${Array(48 * 48)
    .fill(90)
    .join(' ')},Training`,
  `0,${Array(48 * 48)
    .fill(9)
    .join(' ')},PublicTest`,
].join('\n');

/** Lists of labels beside images, and what a folder says of itself, spoilt. */
const tables: Door = {
  inputs: 60,
  turns: 16,
  async open({ made, out }) {
    const dir = join(out, 'dataset');
    cpSync(join(made, 'faces'), dir, { recursive: true });
    const packed = join(out, 'packed');
    cpSync(join(made, 'faces/child/c003'), packed, { recursive: true });
    return {
      async attack(random) {
        if (random.uniform() < 0.2) {
          writeFileSync(join(packed, 'fer2013.csv'), spoilText(FER, random));
          return await look(packed, 'child');
        }
        const isTable = random.uniform() < 0.7;
        writeFileSync(join(dir, 'manifest.csv'), isTable ? spoilText(MANIFEST, random) : MANIFEST);
        writeFileSync(join(dir, 'dataset.yaml'), isTable ? DESCRIPTION : spoilText(DESCRIPTION, random));
        return await look(dir, pick(['child', null], random));
      },
      close: async () => [],
    };
  },
};

/** What is left out of a folder is told by its place and why; the rest is taken all the same. */
async function look(dir: string, group: 'child' | null) {
  const said: string[] = [];
  const ended = await attempted(async () => {
    await lookAtFolder(dir);
    const { problems, remarks } = await readDataset([dir], { labelColumn: 'emotion', group });
    said.push(...problems.map((each) => describeProblem(each)), ...remarks.map((each) => describeRemark(each)));
  });
  return { ...ended, said: [...ended.said, ...said.slice(0, 20)] };
}

export default tables;
