/** What "improve the model" makes of the shipped model on rendered children, and on the same seen by a made-up ward camera; see README.md. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { randomAt } from '../src/core/training/views/random.ts';
import { FailureError } from '../src/core/words/failure-error.ts';
import { trainModel } from '../src/jobs/train/train.node.ts';
import { improvement } from '../src/service/lab/runs/run-jobs.ts';

interface Options {
  readonly camera: 'rendered' | 'ward';
  readonly epochs?: number;
}

const { camera, epochs } = new Command('improve')
  .requiredOption('--camera <which>', 'rendered: the cohort as it is; ward: dim, soft, noisy', 'ward')
  .option('--epochs <n>', 'fewer than the button takes', Number)
  .parse()
  .opts<Options>();

const COHORT = join(import.meta.dirname, '../resources/demo-cohort');
const BASE = join(import.meta.dirname, '../models/base');

/** A cheap camera in a room at night: light, blur (standard deviation in pixels), noise (in grey levels), JPEG's quality. */
const WARD = { gain: 0.4, blurPx: 1.3, noise: 9, quality: 45 };

const root = mkdtempSync(join(tmpdir(), 'faceward-improve-'));
try {
  const dir = camera === 'ward' ? await throughWardCamera(join(root, 'ward-camera')) : COHORT;
  const asked = improvement({ name: 'Improved', datasetIds: ['cohort'] }, [{ adults: 1 }]);
  const { name, learner, regime, seed, settings } = asked;
  const startedAtMs = performance.now();
  const run = trainModel(
    {
      ...{ name, learner, regime, seed, settings, epochs: epochs ?? asked.epochs },
      ...{ datasetDirs: [dir], outDir: join(root, 'model'), startFromDir: BASE, compareWithDir: BASE },
      testedOn: 'rendered faces',
    },
    { signal: new AbortController().signal },
  );
  try {
    let next = await run.next();
    for (; !next.done; next = await run.next()) {
      const { value } = next;
      if (value.kind === 'val' && value.balancedAccuracy) {
        const { of, epoch, balancedAccuracy, images, subjects, loss } = value;
        console.log(
          `val, ${of}, epoch ${epoch}: ${figure(balancedAccuracy)} of ${images} images of ${subjects} children, loss ${loss.toFixed(3)}`,
        );
      } else if (value.kind !== 'step' && value.kind !== 'val') console.log(value.message);
    }
    const { test, comparison } = next.value.config;
    console.log(`test: balanced accuracy ${figure(test!.balancedAccuracy)}`);
    console.log(
      `minus that of the model in use: ${figure(comparison!.balancedAccuracyDifference)}, ` +
        `n = ${comparison!.images} images of ${comparison!.subjects} children`,
    );
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    console.log(error.message);
  }
  console.log(`${((performance.now() - startedAtMs) / 60_000).toFixed(1)} minutes`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function figure({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** The cohort's images as that camera takes them; who shows what stays as it is. */
async function throughWardCamera(to: string): Promise<string> {
  mkdirSync(to, { recursive: true });
  cpSync(join(COHORT, 'manifest.csv'), join(to, 'manifest.csv'));
  const rows = parse(readFileSync(join(COHORT, 'manifest.csv')), { columns: true }) as { readonly path: string }[];
  for (const [index, { path }] of rows.entries()) {
    const random = randomAt(1, index);
    const { data, info } = await sharp(join(COHORT, path))
      .blur(WARD.blurPx)
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let i = 0; i < data.length; i++) {
      data[i] = Math.max(0, Math.min(255, Math.round(data[i]! * WARD.gain + WARD.noise * random.normal())));
    }
    mkdirSync(join(to, dirname(path)), { recursive: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    await sharp(data, { raw }).jpeg({ quality: WARD.quality }).toFile(join(to, path));
  }
  return to;
}
