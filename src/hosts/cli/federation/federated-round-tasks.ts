import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LogRecord, saysSomething } from '../../../core/training/log-record.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { Misuse } from '../misuse.ts';
import { sayBeside, sayJson } from '../terminal.ts';
import type { CarriedOptions } from './carried-round.ts';

export const ROUND_TASKS = ['start', 'fit', 'measure', 'candidate', 'hand-out', 'take-back'] as const;

export interface RoundOptions extends CarriedOptions {
  readonly federation?: string;
  readonly task: (typeof ROUND_TASKS)[number];
  /** What a carried file is of. */
  readonly of: 'fit' | 'measure';
  readonly round?: number;
  readonly weights?: string;
  readonly report?: string;
  readonly out?: string;
}

const STEPS_A_LINE = 10;

/** Does what was asked, and prints its one line of JSON. @throws RoundRefused, or the signal's reason when stopped. */
export async function runRoundTask(options: RoundOptions, signal: AbortSignal): Promise<void> {
  const { task } = options;
  switch (task) {
    case 'start': {
      const { startFederation } = await import('../../../jobs/federated/start-federation.node.ts');
      const site = { federationFile: given(options, 'federation'), outFile: given(options, 'out') };
      return sayJson(await startFederation({ ...site, baseModelDir: baseModelDir() }));
    }
    case 'candidate': {
      const job = {
        federationFile: given(options, 'federation'),
        weightsFile: given(options, 'weights'),
        reportFile: given(options, 'report'),
        outDir: given(options, 'out'),
        baseModelDir: baseModelDir(),
      };
      const { federatedCandidate } = await import('../../../jobs/federated/federated-candidate.node.ts');
      const { dir, config } = await followed(federatedCandidate(job, { signal }));
      return sayJson({ task, dir, id: config.id, test: config.test, comparison: config.comparison });
    }
    case 'hand-out': {
      const [weights, round] = [given(options, 'weights'), given(options, 'round')];
      given(options, 'export');
      const { handOut } = await import('./carried-round.ts');
      return sayJson(await handOut(options, weights, { task: options.of, round }));
    }
    case 'take-back': {
      const [round, out] = [given(options, 'round'), given(options, 'out')];
      const { receiveRound } = await import('./carried-round.ts');
      using received = receiveRound(options, { kind: 'answer', task: options.of, round });
      writeFileSync(out, received.weights, { mode: 0o600 });
      return sayJson(received.header.answer);
    }
    case 'fit':
    case 'measure':
      return sayJson(await takePart(task, options, signal));
  }
}

async function takePart(task: 'fit' | 'measure', options: RoundOptions, signal: AbortSignal) {
  const [federationFile, round] = [given(options, 'federation'), given(options, 'round')];
  const { federatedRound } = await import('../../../jobs/federated/federated-round.node.ts');
  const job = { federationFile, task, round, baseModelDir: baseModelDir() };
  if (options.import === undefined && options.export === undefined) {
    const files = { weightsFile: given(options, 'weights'), outFile: given(options, 'out') };
    return await followed(federatedRound({ ...job, ...files }, { signal }));
  }
  const { receiveRound, sendRound } = await import('./carried-round.ts');
  const siteDir = await siteOf(federationFile);
  if (options.export !== undefined && siteDir === null) given(options, 'key');
  using received = receiveRound(options, { kind: 'handed-out', task, round });
  const weightsFile = join(received.dir, 'in.safetensors');
  writeFileSync(weightsFile, received.weights, { mode: 0o600 });
  const outFile = options.out ?? join(received.dir, 'out.safetensors');
  const answer = await followed(federatedRound({ ...job, weightsFile, outFile }, { signal }));
  rmSync(weightsFile);
  if (options.export !== undefined) await sendRound(options, answer, readFileSync(outFile), siteDir);
  return answer;
}

/** @returns The folder of data where it is a site's, whose key signs; null otherwise. */
async function siteOf(federationFile: string): Promise<string | null> {
  const { readFederationFile } = await import('../../../jobs/federated/read-federation-file.node.ts');
  const { holdsSite } = await import('../../../jobs/federated/site-state.node.ts');
  const { data } = readFederationFile(federationFile).file;
  return data !== null && holdsSite(data) ? data : null;
}

/** @throws Misuse naming the option that is missing. */
function given<Name extends 'federation' | 'out' | 'weights' | 'report' | 'round' | 'export' | 'key'>(
  options: RoundOptions,
  name: Name,
): NonNullable<RoundOptions[Name]> {
  const value = options[name];
  if (value === undefined) throw new Misuse(`--${name} was expected beside --task ${options.task}`);
  return value as NonNullable<RoundOptions[Name]>;
}

function baseModelDir(): string {
  return join(projectFolders().models, 'base');
}

/** Says on stderr what happens, a line every ten steps. */
async function followed<Answer>(run: AsyncGenerator<LogRecord, Answer>): Promise<Answer> {
  for (let next = await run.next(); ; next = await run.next()) {
    if (next.done) return next.value;
    const record = next.value;
    if (record.kind === 'step') {
      if (record.step % STEPS_A_LINE === 0 || record.step === record.steps) {
        sayBeside(`Step ${record.step} of ${record.steps}: loss ${record.loss.toFixed(3)}`);
      }
    } else if (saysSomething(record)) sayBeside(record.message);
  }
}
