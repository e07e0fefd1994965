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
  return colonsOf(text) === countNames(value) ? (value as Record<string, unknown>) : null;
}

/** Outside of texts a colon stands behind each name, and nowhere else. */
function colonsOf(json: string): number {
  let colons = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json[at];
    if (letter === '"') isInText = !isInText;
    else if (isInText && letter === '\\') at += 1;
    else if (!isInText && letter === ':') colons += 1;
  }
  return colons;
}

/** However deep a stranger's file is nested. */
function countNames(whole: object): number {
  const open: object[] = [whole];
  let names = 0;
  for (let value = open.pop(); value; value = open.pop()) {
    const values: unknown[] = Object.values(value);
    if (!Array.isArray(value)) names += values.length;
    for (const each of values) if (typeof each === 'object' && each !== null) open.push(each);
  }
  return names;
}
