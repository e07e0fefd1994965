import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { temporaryDataset } from '../../core/dataset/testing/temporary-dataset.node.ts';
import { indexImages } from '../index/index-images.node.ts';
import { checkForLab } from './check-for-lab.node.ts';

const COHORT = join(import.meta.dirname, '../../../resources/demo-cohort/child/c003');
const signal = new AbortController().signal;

it('finds a copy under another name, words, broken files and a grey picture that a manifest calls a face', {
  timeout: 120_000,
}, async () => {
  const face = readFileSync(join(COHORT, 'anger_1.jpg'));
  const grey = { create: { width: 160, height: 160, channels: 3 as const, background: '#5a5a5a' } };
  using dataset = temporaryDataset({
    'manifest.csv': [
      'path,subject,group,emotion,x0,y0,x1,y1',
      'a.jpg,c1,child,anger,,,,',
      'b.jpg,c2,child,fear,,,,',
      'grey.png,c1,child,neutral,30,30,130,130',
      'broken.jpg,c1,child,fear,,,,',
      'word.jpg,c1,child,zorgelijk,,,,',
      'nobody.jpg,,child,anger,,,,',
    ].join('\n'),
    'a.jpg': face,
    'b.jpg': face,
    'nobody.jpg': face,
    'word.jpg': readFileSync(join(COHORT, 'happiness_1.jpg')),
    'broken.jpg': 'no image',
    'grey.png': await sharp(grey).png().toBuffer(),
  });
  const { value: findings = [] } = await checkForLab(
    { dir: dataset.dir, statement: null, dataDir: null },
    { signal },
  ).next();
  const copy = { paths: ['a.jpg', 'b.jpg'], subjects: ['c1', 'c2'] };
  const named = new Map(findings.map((each) => [each.name, each]));
  expect(named.get('two-names')).toMatchObject({ count: 1, pairs: [copy] });
  expect(named.get('other-label')).toMatchObject({ count: 1, pairs: [copy] });
  expect(named.get('words')).toMatchObject({ count: 1, about: ['zorgelijk'] });
  expect(named.get('broken')).toMatchObject({ count: 1, about: ['broken.jpg'] });
  expect(named.get('left-out')).toMatchObject({ count: 2, about: ['nobody.jpg', 'grey.png'] });
  expect(named.get('few-children')).toMatchObject({ kind: 'error', count: 2 });
  expect(named.has('no-children')).toBe(false);

  const job = {
    dir: dataset.dir,
    dataDir: null,
    isListed: true,
    donePaths: ['a.jpg', 'b.jpg', 'word.jpg', 'nobody.jpg'],
    model: null,
  };
  const { value: told } = await indexImages(job, { signal }).next();
  expect(told).toMatchObject({ images: [{ path: 'grey.png', kind: 'no-face', why: { reason: 'image.blank' } }, {}] });
});
