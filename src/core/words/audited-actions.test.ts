import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { records } from './en/records.ts';

const SERVICE = join(import.meta.dirname, '../../service');

/** What is written into the audit log, as the sources of the service name it: the first text after the function's name. */
const RECORDED = /\brecord(?:Action|View|Own)?\((?:[^()';]|\([^()]*\))*'([a-z][A-Za-z]*)\.([a-zA-Z]+)'/g;

it('has words for every action that the service writes into the audit log', () => {
  const names = readdirSync(SERVICE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!test)\.ts$/.test(name),
  );
  const actions = names.flatMap((name) => [...readFileSync(join(SERVICE, name), 'utf8').matchAll(RECORDED)]);
  expect(actions.length).toBeGreaterThan(60);
  const known: Readonly<Record<string, object>> = records.action;
  const untold = actions.filter(([, topic = '', deed = '']) => !Object.hasOwn(known[topic] ?? {}, deed));
  expect(untold.map(([, topic, deed]) => `${topic}.${deed}`)).toEqual([]);
  expect(Object.keys(known).filter((topic) => !Object.hasOwn(records.topic, topic))).toEqual([]);
});
