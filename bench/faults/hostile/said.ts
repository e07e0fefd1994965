import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallError, callErrorData } from '../../../src/contract/error.ts';
import type { Answer } from '../../../src/contract/wire.ts';
import type { Failure } from '../../../src/core/words/failure.ts';
import { FailureError, failureOf } from '../../../src/core/words/failure-error.ts';
import { sentenceOf } from '../../../src/core/words/failure-sentence.ts';
import { createWords } from '../../../src/core/words/words.ts';
import { runFaceward } from '../../../src/hosts/cli/run-faceward.ts';
import { forkUnderNode } from '../../../src/hosts/processes/fork-under-node.ts';
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

const EXIT_CODES_WITH_WORDS = new Set([0, 1, 2, 3, 4]);

/** Runs the command line in this process. Exit codes are those that it documents; what it prints must be words. */
export async function commanded(args: readonly string[]): Promise<Ended> {
  process.exitCode = 0;
  const printed = [caught(process.stdout), caught(process.stderr)];
  try {
    await runFaceward(args, forkUnderNode);
  } finally {
    for (const each of printed) each.release();
  }
  const code = Number(process.exitCode);
  if (!EXIT_CODES_WITH_WORDS.has(code)) throw new Error(`${args[0]}: the exit code is ${code}`);
  const text = printed.map((each) => each.text()).join('\n');
  return { end: code === 0 ? 'taken' : 'refused', said: code === 0 ? [] : [text] };
}

function caught(stream: NodeJS.WriteStream) {
  const write = stream.write;
  let text = '';
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    release() {
      stream.write = write;
    },
  };
}
