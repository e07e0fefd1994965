import type { Random } from '../../../src/core/training/views/random.ts';

export function pick<T>(items: readonly T[], random: Random): T {
  return items[random.integer(items.length)]!;
}

/** Texts that ask for more than a name or a remark does. None of them is known to harm a program. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '.',
  '..',
  '-',
  '--',
  '~',
  '*',
  '\0',
  'a\0b',
  '\n',
  'a\r\nb',
  '\u2028',
  '\ufeffa',
  '\u202eabc',
  '\ud800',
  'e\u0301',
  '\u200b',
  '👩‍👧',
  '../../x',
  '..\\..\\x',
  'C:\\x',
  '/proc/self/x',
  '/dev/null',
  'CON',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-0',
  '1e999',
  '0x10',
  '=1+1',
  '@a',
  '%s%d',
  '{{a}}',
  '$t(call.closing)',
  '<b>a</b>',
  "'; --",
  '2026-02-30',
  '9999-12-31',
  '0000-00',
  'x'.repeat(255),
  'x'.repeat(4000),
];

const ODD_NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1e-300,
  255,
  256,
  65_535,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  1e21,
  1e308,
];

/** Bytes that were good, with some of them changed, gone, doubled or put elsewhere. */
export function spoilBytes(good: Uint8Array, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(good);
  // Mostly once: what is spoilt twice is refused by its first fault.
  do bytes = spoilOnce(bytes, random);
  while (random.uniform() < 0.3);
  return bytes;
}

function spoilOnce(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 8) return Buffer.from(pick(ODD_TEXTS, random));
  const from = random.integer(bytes.length - 4);
  const to = Math.min(bytes.length, from + 1 + random.integer(pick([4, 64, 4096], random)));
  const part = bytes.subarray(from, to);
  switch (random.integer(11)) {
    case 0:
      for (let n = 1 + random.integer(8); n > 0; n -= 1) bytes[random.integer(bytes.length)]! ^= 1 << random.integer(8);
      return bytes;
    case 1:
      return bytes.subarray(0, from);
    case 2:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, to), part, bytes.subarray(to)]);
    case 4:
      part.fill(pick([0, 255, 32, 127], random));
      return bytes;
    case 5:
      for (const [at] of part.entries()) part[at] = random.integer(256);
      return bytes;
    case 6:
      return Buffer.concat([bytes.subarray(to), bytes.subarray(0, to)]);
    case 7:
      bytes.writeUInt32BE(pick([0, 1, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff], random), from);
      return bytes;
    case 8:
      bytes.writeUInt32LE(pick([0, 1, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff], random), from);
      return bytes;
    case 9:
      return Buffer.concat([bytes, bytes.subarray(from)]);
    default:
      return Buffer.concat([Buffer.from(pick(ODD_TEXTS, random)), bytes]);
  }
}

/** JSON that was good, with one of its values another, gone or doubled; sometimes no JSON any more. */
export function spoilJson(text: string, random: Random): string {
  if (random.uniform() < 0.2) return spoilBytes(Buffer.from(text), random).toString('latin1');
  const value: unknown = JSON.parse(text);
  const places = placesIn(value);
  if (places.length === 0) return text;
  const { holder, key } = pick(places, random);
  const found = holder[key];
  if (random.uniform() < 0.15) Reflect.deleteProperty(holder, key);
  else if (Array.isArray(found) && random.uniform() < 0.3) found.push(...found, ...found);
  else holder[key] = typeof found === 'string' && random.uniform() < 0.5 ? pick(ODD_TEXTS, random) : oddValue(random);
  return JSON.stringify(value);
}

/** A value of any kind that JSON has. */
export function oddValue(random: Random): unknown {
  switch (random.integer(7)) {
    case 0:
      return null;
    case 1:
      return random.uniform() < 0.5;
    case 2:
      return pick(ODD_TEXTS, random);
    case 3:
      return [];
    case 4:
      return { a: [pick(ODD_TEXTS, random)] };
    case 5:
      return Array.from({ length: random.integer(500) }, () => pick(ODD_NUMBERS, random));
    default:
      return pick(ODD_NUMBERS, random);
  }
}

type Holder = Record<string | number, unknown>;

function placesIn(value: unknown): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** A table or another text of lines that was good. */
export function spoilText(text: string, random: Random): Buffer {
  const lines = text.split('\n');
  const at = random.integer(lines.length);
  switch (random.integer(12)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, ...Array.from({ length: 1 + random.integer(50) }, () => lines[at]!));
      break;
    case 2:
      lines[at] = lines[at]!.slice(0, random.integer(lines[at]!.length + 1));
      break;
    case 3:
      lines[at] = lines[at]!.replaceAll(/[,:]/g, pick([';', '\t', ',,', '"', '', '|'], random));
      break;
    case 4:
      return Buffer.from(text.replaceAll(',', pick([';', '\t', '|'], random)));
    case 5:
      return Buffer.from(text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\u2028'], random)));
    case 6:
      return Buffer.from(`\ufeff${text}`, pick(['utf8', 'utf16le'] as const, random));
    case 7:
      return spoilBytes(Buffer.from(text), random);
    case 8:
      lines[at] = `${lines[at]}${pick([',', ',x', '"', "'", '{', '[', '&a', '*a', '!!x', '#'], random)}`;
      break;
    default: {
      const cells = lines[at]!.split(/([,:])/);
      cells[2 * random.integer(Math.ceil(cells.length / 2))] = pick(ODD_TEXTS, random);
      lines[at] = cells.join('');
    }
  }
  return Buffer.from(lines.join('\n'));
}
