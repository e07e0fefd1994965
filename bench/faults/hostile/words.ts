/** What no person on a ward should be told, by what it is. */
const NO_WORDS: readonly (readonly [what: string, RegExp])[] = [
  ['a stack', /^\s+at .+:\d+:\d+\)?$/m],
  ['the name of an error', /\b(Type|Range|Reference|Syntax|Assertion|Zod|Aggregate|URI|Sqlite)Error\b/],
  ['what an engine says', /Cannot (read|set|convert|destructure|access) |is not (a function|iterable|a constructor)/],
  [
    'what an engine says',
    /Unexpected (token|end of|non-whitespace)|Maximum call stack|Invalid (array|typed array|string) length/,
  ],
  ['what an engine says', /Invalid time value|Array buffer allocation|offset is outside|must be a finite number/],
  ['a code', /\b(E[A-Z]{3,14}: |ERR_[A-Z_]+|SQLITE_[A-Z]+)/],
  ['an assertion of a library', /internal error|\bassert(ion)? failed|\bundefined\b|\[object [A-Z]/i],
];

/** Letters of a text that has words. */
const LEAST_LETTERS = /\p{L}{2,}[^\p{L}]*\s[^\p{L}]*\p{L}{2,}/u;
/** Longer is no message, but what somebody handed in. */
const MOST_LETTERS = 12_000;

/** What is wrong with a text that a person is told; null for nothing. */
export function wordless(text: string): string | null {
  if (!LEAST_LETTERS.test(text)) return `no words: ${JSON.stringify(text.slice(0, 200))}`;
  if (text.length > MOST_LETTERS) return `${text.length} letters: ${JSON.stringify(text.slice(0, 200))}`;
  for (const [what, pattern] of NO_WORDS) {
    const found = pattern.exec(text);
    if (found) return `${what}: ${JSON.stringify(text.slice(Math.max(0, found.index - 200), found.index + 300))}`;
  }
  return null;
}
