import type { FormatWords } from '../format-words.ts';

/** What of a report differs from what was signed. */
export type ChangedPart =
  | { readonly part: 'page'; readonly number: number }
  /** A field of the data, by its name in the JSON. */
  | { readonly part: 'field'; readonly name: string }
  | { readonly part: PlainPart };

/** Those that are one of their kind. */
export const PLAIN_PARTS = [
  'attached-data',
  'information',
  'fonts-and-layout',
  'structure',
  'appended',
  'added',
  'signature',
  'other-key',
] as const;

type PlainPart = (typeof PLAIN_PARTS)[number];

export function sayChangedPart(changed: ChangedPart, { exports }: Pick<FormatWords, 'exports'>): string {
  if (changed.part === 'page') return exports(($) => $.verify.page, { number: changed.number });
  if (changed.part === 'field') return exports(($) => $.verify.field, { name: changed.name });
  const { part } = changed;
  return exports(($) => $.verify.part[part]);
}
