import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { METHODS, type MethodName } from '../../../../src/contract/contract.ts';
import type { Random } from '../../../../src/core/training/views/random.ts';
import type { Door } from '../door.ts';
import { type About, MADE, openSite, WHO } from '../made-site.ts';
import { answered } from '../said.ts';
import { ODD_TEXTS, oddValue, pick } from '../spoil.ts';

/**
 * Not called: what ends the site for the calls behind it, and what would compute for minutes. A demo site is another
 * folder's; the speed of this machine is no input.
 */
const LEFT_OUT: ReadonlySet<string> = new Set<MethodName>(['site.openDemo', 'studies.measureSpeed']);
const NAMES = (Object.keys(METHODS) as MethodName[]).filter((name) => !LEFT_OUT.has(name));

/** Every method of the contract, its input made up from its schema: as it should be, with something odd in it, or anything. */
const calls: Door = {
  inputs: 60,
  turns: 40,
  async open({ site, made }) {
    const about: About = JSON.parse(readFileSync(join(made, MADE.about), 'utf8'));
    const { service, call } = await openSite(site);
    let caller = service.connect();
    await service.call(caller, 'site.signIn', WHO);
    return {
      async attack(random) {
        const name = pick(NAMES, random);
        const odds = pick([0, 0.05, 0.3], random);
        const input = random.uniform() < 0.05 ? oddValue(random) : madeUp(schemaOf(name), { about, odds, random });
        const ended = answered(await service.answer(caller, name, input), { dir: site, name });
        const { user, isLocked } = await service.call(caller, 'site.status', {});
        if (!user || isLocked) {
          service.disconnect(caller);
          caller = service.connect();
          await service.call(caller, 'site.signIn', WHO);
        }
        return ended;
      },
      async close() {
        const { chain } = await call('audit.verify', {});
        await service.close();
        return chain.kind === 'intact' ? [] : [{ kind: 'corrupt', what: `the audit log: ${chain.message}` }];
      },
    };
  },
};

/** What of JSON Schema is read here. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const schemas = new Map<MethodName, JsonSchema>();

function schemaOf(name: MethodName): JsonSchema {
  const known = schemas.get(name);
  if (known) return known;
  const schema = z.toJSONSchema(METHODS[name].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  schemas.set(name, schema);
  return schema;
}

interface Making {
  readonly about: About;
  /** Of one value being odd. */
  readonly odds: number;
  readonly random: Random;
}

function madeUp(schema: JsonSchema, making: Making, key = ''): unknown {
  const { odds, random } = making;
  if (random.uniform() < odds) return oddValue(random);
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(schema.enum, random);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return madeUp(pick(choices, random), making, key);
  const type = typeof schema.type === 'object' ? pick(schema.type, random) : schema.type;
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return random.uniform() < 0.5;
    case 'string':
      return textFor(key, schema, making);
    case 'integer':
      return Math.round(numberFor(schema, random));
    case 'number':
      return numberFor(schema, random);
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((each) => madeUp(each, making, key))
        : Array.from({ length: 1 + random.integer(4) }, () => madeUp(schema.items ?? {}, making, key));
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(() => random.uniform() > odds)
          .map(([name, each]) => [name, madeUp(each, making, name)]),
      );
    default:
      // Of what JSON has no schema for: bytes.
      return Uint8Array.from({ length: random.integer(5000) }, () => random.integer(256));
  }
}

/** Texts that fit, by the field's name; where files are named, of this trial's own folder or of none. */
function textFor(key: string, { format }: JsonSchema, { about, random }: Making): string {
  const known: Readonly<Record<string, string>> = {
    ...about,
    modelId: 'base',
    dir: '.',
    folder: 'backups',
    file: `file-${random.integer(1000)}`,
    path: 'child/c003/anger_1.jpg',
    untilDate: '2999-12-31',
    birthMonth: '2019-05',
    codec: 'avc1.42001f',
    // Never the real one: what is guarded by it stays guarded.
    password: 'another long password',
  };
  if (Object.hasOwn(known, key) && random.uniform() < 0.85) return known[key]!;
  if (format === 'date') return '2026-03-05';
  if (format === 'date-time') return '2026-03-05T12:00:00.000Z';
  if (format === 'uuid') return '7f1d2c4e-9f3b-4d5a-8a6e-0123456789ab';
  return random.uniform() < 0.4 ? 'some text' : pick(ODD_TEXTS, random);
}

function numberFor({ minimum = -1e6, maximum = 1e6 }: JsonSchema, random: Random): number {
  const [from, to] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
  return pick([from, to, from + random.integer(1000), random.between(from, to)], random);
}

export default calls;
