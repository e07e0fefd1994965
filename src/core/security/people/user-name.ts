/**
 * Names of users by which people are told from each other. Two that look alike on a screen would make the audit log say that one
 * did what another has done.
 */

/** Why a name cannot be one. */
export type NameProblem = 'invisible' | 'mixed-letters';

/** Alphabets whose letters look like those of others. */
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Letters of other alphabets, and signs, that look like small Latin letters; after Unicode's list of confusables (UTS 39). */
const LOOK_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  ѕ: 's',
  і: 'i',
  ї: 'i',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  в: 'b',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  ԍ: 'g',
  г: 'r',
  п: 'n',
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  μ: 'u',
  ζ: 'z',
  ı: 'i',
  ȷ: 'j',
  ɑ: 'a',
  ɡ: 'g',
  ß: 'b',
};

/** One way of writing it: composed, without wide forms, with single blanks between its words and none around it. */
export function plainName(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

/** @param name As `plainName` gives it. @returns Null for a name that can be one. */
export function nameProblem(name: string): NameProblem | null {
  if (/\p{C}|\p{Default_Ignorable_Code_Point}|\p{Zl}|\p{Zp}|^\p{M}/u.test(name) || !/[\p{L}\p{N}]/u.test(name)) {
    return 'invisible';
  }
  return ALPHABETS.filter((alphabet) => alphabet.test(name)).length > 1 ? 'mixed-letters' : null;
}

/** Whether two names can be taken for each other; accents tell them apart. */
export function looksLike(a: string, b: string): boolean {
  return outlineOf(a) === outlineOf(b);
}

/** What is left of a name once all that looks alike is the same. */
function outlineOf(name: string): string {
  const small = plainName(name).toLowerCase().normalize('NFC');
  return [...small]
    .map((letter) => LOOK_LIKE[letter] ?? letter)
    .join('')
    .replace(/[\s._'’`´-]/g, '')
    .replace(/[il|1]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
