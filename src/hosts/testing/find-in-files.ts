import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What is looked for: a text, or bytes as they would lie in a file. */
export type Sought = string | Uint8Array;

interface Hit {
  /** Path within the folder, with slashes on every system. */
  readonly file: string;
  readonly name: string;
  /** How it is written there. `file name`: as part of the path. */
  readonly as: string;
}

/**
 * Looks for something in every file below a folder and in their names, also where it is written in UTF-16, in hexadecimal digits
 * or in base64.
 *
 * @param sought By a name that stands in the result; a text of at least 6 characters, or as many bytes.
 * @throws RangeError for something so short that it is found by chance.
 */
export function findInFiles(folder: string, sought: Readonly<Record<string, Sought>>): Hit[] {
  const needles = Object.entries(sought).flatMap(([name, what]) => writtenWays(what).map((way) => ({ name, ...way })));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).replaceAll('\\', '/');
    const inName = Object.entries(sought).filter(([, what]) => typeof what === 'string' && entry.name.includes(what));
    const content = entry.isFile() ? readFileSync(path) : Buffer.alloc(0);
    return [
      ...inName.map(([name]) => ({ file, name, as: 'file name' })),
      ...needles.filter(({ bytes }) => content.includes(bytes)).map(({ name, as }) => ({ file, name, as })),
    ];
  });
}

function writtenWays(what: Sought): { as: string; bytes: Buffer }[] {
  const plain = Buffer.from(what as Uint8Array);
  if (plain.length < 6) throw new RangeError(`at least 6 bytes to look for were expected; found ${plain.length}`);
  return [
    { as: 'as it is', bytes: plain },
    ...(typeof what === 'string' ? [{ as: 'UTF-16', bytes: Buffer.from(what, 'utf16le') }] : []),
    { as: 'hexadecimal', bytes: Buffer.from(plain.toString('hex')) },
    // Where it begins within three bytes decides which letters it has; those that depend on its neighbours are left out.
    ...[0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), plain])
        .toString('base64')
        .replaceAll('=', '');
      return { as: 'base64', bytes: Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -2)) };
    }),
  ];
}
