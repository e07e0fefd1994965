import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type LogRecord, saysSomething } from '../../core/training/log-record.ts';
import { describeSaid } from '../../core/training/said.ts';
import { createWords } from '../../core/words/words.ts';
import { writeTinyDataset } from '../../hosts/cli/testing/tiny-dataset.ts';
import { trainModel } from './train.node.ts';

const dir = mkdtempSync(join(tmpdir(), 'faceward-run-log-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Saying = Extract<LogRecord, { kind: 'stage' | 'warning' }>;

test('a Dutch reader gets all that a run tells in Dutch, what was left out of its dataset too', async () => {
  const dataset = join(dir, 'dataset');
  await writeTinyDataset(dataset, { children: 7, adults: 1 }, ([first, ...rows]) => [
    { ...first!, path: 'gone.jpg' },
    ...rows.filter(({ group, emotion }) => group === 'child' || emotion === 'happiness'),
  ]);
  const told: Saying[] = [];
  const run = trainModel(
    {
      name: 'Tiny',
      datasetDirs: [dataset],
      learner: 'supcon',
      regime: 'mixed',
      engine: 'wasm',
      settings: { maxSteps: 2, batchChildren: 16, fineTuneEpochs: 1 },
      shares: { train: 0.5, val: 0.25, test: 0.25 },
      outDir: join(dir, 'model'),
      dataDir: join(dir, 'data'),
    },
    { signal: new AbortController().signal, now: () => 0 },
  );
  for (let next = await run.next(); !next.done; next = await run.next()) {
    if (saysSomething(next.value)) told.push(next.value);
  }
  const words = createWords('nl');
  // The English of each is for files and the command line.
  const lines = told.map(({ said }) => (said ? describeSaid(said, words) : null));
  expect(lines.filter((line, index) => line === null || line === told[index]!.message)).toEqual([]);
  const all = lines.join('\n');
  for (const line of [
    'De dataset wordt gelezen',
    'Weggelaten: gone.jpg, rij 2: er is geen bestand met die naam',
    '99 gezichten vergeleken: 0 personen delen een foto met een ander en blijven bij elkaar',
    'Verdeeld per persoon: 43 beelden om op te trainen, 28 van kinderen om op te kiezen, 28 van kinderen om op te testen',
    'Geen beeld van een volwassene toont Boosheid: die wordt alleen van 5 kinderbeelden geleerd.',
    'Contrastief met labels (SupCon) op 41 kinderbeelden en 2 beelden van volwassenen: 2 stappen, 3 per epoch',
    'De lineaire laag wordt aangepast op kinderen',
    'De batch-norm-statistieken worden gemeten',
    'Temperatuur, drempel en grenzen voor distress worden bepaald op 28 beelden van validatiekinderen',
    '28 beelden van testkinderen worden gelezen',
    'Dit is blik nr. 1 op de testkinderen van dataset',
    `Het model staat in ${join(dir, 'model')}`,
  ]) {
    expect(all).toContain(line);
  }
  expect(all).toMatch(
    /^wasm op de processor met 1 thread, omdat erom gevraagd is; .* beelden per seconde in de proef$/m,
  );
  expect(all).toMatch(/^Na epoch 1: loss op de validatiekinderen \d,\d{4}(, de beste tot nu toe)?$/m);
}, 300_000);
