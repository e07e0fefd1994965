import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallError, callErrorData } from '../../../src/contract/error.ts';
import type { Answer } from '../../../src/contract/wire.ts';
import type { Failure } from '../../../src/core/words/failure.ts';
import { FailureError, failureOf } from '../../../src/core/words/failure-error.ts';
import { sentenceOf } from '../../../src/core/words/failure-sentence.ts';
import { createWords } from '../../../src/core/words/words.ts';
import { runHere } from '../../../src/hosts/cli/testing/run-here.ts';
import type { Ended } from './door.ts';

const LANGUAGES = [createWords('en'), createWords('nl')];

export const TAKEN: Ended = { end: 'taken', said: [] };

/** A refusal with the words that each language has for it. */
export function refused(why: Failure): Ended {
  return { end: 'refused', said: LANGUAGES.map((words) => sentenceOf(why, words)) };
}

/** Does something; what it throws must have words of the catalogue. */
export async function attempted(act: () => unknown): Promise<Ended> {
  try {
    await act();
    return TAKEN;
  } catch (error) {
    if (error instanceof FailureError) return refused(failureOf(error));
    throw error;
  }
}

/** What a call answered. @throws Error with what the log of the site at `dir` has of a failure that was not foreseen. */
export function answered(answer: Answer, { dir, name }: { readonly dir: string; readonly name: string }): Ended {
  if (!('error' in answer)) return TAKEN;
  const { error } = answer;
  if (error.reason === 'call.unexpected') throw new Error(`${name}: ${incidentOf(dir, error.incident)}`);
  return refused(callErrorData(new CallError(error.code, error)));
}

function incidentOf(dir: string, incident: string | null): string {
  const log = join(dir, 'log', 'faceward.log');
  const entries = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n\n') : [];
  return entries.findLast((entry) => incident !== null && entry.includes(incident)) ?? `incident ${incident}`;
}

const EXIT_CODES_WITH_WORDS = new Set<number | null>([0, 1, 2, 3, 4]);

/**
 * Runs the command line in this process. Exit codes are those that it documents; what it prints must be words, but for an
 * answer in JSON where the arguments ask for one.
 */
export async function commanded(args: readonly string[]): Promise<Ended> {
  const { code, stdout, stderr } = await runHere(args);
  if (!EXIT_CODES_WITH_WORDS.has(code)) throw new Error(`${args[0]}: the exit code is ${code}`);
  if (code === 0) return TAKEN;
  if (args.includes('--json') && isJson(stdout)) return { end: 'refused', said: stderr === '' ? [] : [stderr] };
  return { end: 'refused', said: [`${stdout}\n${stderr}`] };
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
