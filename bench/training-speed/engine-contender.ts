/** The program of a contender that trains on one of our engines. Its one argument is the engine's name. */

import { createInterface } from 'node:readline';
import type { Engine, EngineName } from '../../src/core/engine/engine.ts';
import type { LogRecord } from '../../src/core/training/log-record.ts';
import { batchViews, ownViews } from '../../src/core/training/regimes/batch-views.ts';
import { startEngine } from '../../src/core/training/start-engine/start-engine.node.ts';
import { trainOnEngine } from '../../src/core/training/train-on-engine.node.ts';
import { drawBatch } from '../../src/core/training/views/batch-images.ts';
import { englishOf } from '../../src/core/words/failure-sentence.ts';
import { spreadOf } from '../spread.ts';
import { workloadConfig, workloadFaces } from '../workload.ts';
import { writeExample } from './example.ts';
import type { Greeting, LossAnswer, Request, StepsAnswer } from './protocol.ts';

/** A training of which one step at a time is made. */
interface Run {
  readonly steps: AsyncGenerator<LogRecord>;
  readonly drawMs: number;
}

const DRAWS = 5;

function startRun(engine: Engine, rows: number): Run {
  const config = workloadConfig(rows);
  const faces = workloadFaces(rows);
  const steps = trainOnEngine(engine, config, faces, {
    signal: new AbortController().signal,
    saveCheckpoint: () => {},
    checkpoint: null,
    now: () => performance.now(),
    identity: { splitHash: '', engine: engine.name },
  });
  const images = Array.from({ length: config.batchChildren }, (_, row) => ownViews(row, config.viewsPerChild));
  const views = batchViews(images, Int32Array.from(faces.train.emotion));
  const draws = Array.from({ length: DRAWS }, (_, step) => {
    const fromMs = performance.now();
    drawBatch(faces.train, views, step, config);
    return performance.now() - fromMs;
  });
  return { steps, drawMs: spreadOf(draws).median };
}

async function oneStep({ steps }: Run): Promise<number> {
  const fromMs = performance.now();
  for (;;) {
    const { done, value } = await steps.next();
    if (done) throw new Error('the run ended before it was measured');
    if (value.kind === 'step') return performance.now() - fromMs;
  }
}

function say(line: Greeting | StepsAnswer | LossAnswer): void {
  console.log(JSON.stringify(line));
}

async function serve(engine: Engine): Promise<void> {
  const runs = new Map<number, Run>();
  const how =
    engine.stepGraph === undefined ? '' : engine.stepGraph ? ', a step as one graph' : ', by single operations';
  const oneDnn = engine.versions.oneDNN ? `, oneDNN ${engine.versions.oneDNN}` : '';
  say({ kind: 'ready', name: `${engine.name} (${englishOf(engine.device)}${how}${oneDnn})` });
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    if (request.kind === 'steps') {
      const run = runs.get(request.rows) ?? startRun(engine, request.rows);
      runs.set(request.rows, run);
      const stepMs: number[] = [];
      for (let step = 0; step < request.steps; step++) stepMs.push(await oneStep(run));
      say({ stepMs, drawMs: run.drawMs });
    } else if (request.kind === 'write-example') {
      say({ loss: await writeExample(request.rows, request.file) });
    } else {
      throw new Error('an engine has its own weights and reads no example');
    }
  }
}

const choice = await startEngine({ requested: process.argv[2] as EngineName, dataDir: null }).catch((error: Error) => {
  say({ kind: 'absent', reason: error.message });
  return null;
});
if (choice) await serve(choice.engine);
