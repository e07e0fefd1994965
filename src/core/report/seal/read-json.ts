/**
 * The text of a JSON file, whatever a program made of its encoding when it saved it: UTF-8 or UTF-16, with a byte order
 * mark or without.
 */
export function textOfJson(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * The object that a text holds.
 *
 * @returns Null for another text, and for an object that has a name twice: readers differ in which of the two they take,
 *   so that nobody can say what such a file says.
 */
export function readJsonObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, which is one of the answers.
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  // Outside of texts a colon stands behind each name, and nowhere else.
  const named = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
  return named === countNames(value) ? (value as Record<string, unknown>) : null;
}

function countNames(value: object): number {
  const values: unknown[] = Object.values(value);
  const within = values.reduce<number>((sum, each) => sum + (isObject(each) ? countNames(each) : 0), 0);
  return within + (Array.isArray(value) ? 0 : values.length);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
