import type { PasswordProblem } from './password-problem.ts';

/**
 * How hard a new password is to guess, by zxcvbn (Wheeler 2016, USENIX Security): the cheapest way to it through lists of
 * passwords, words and names, dates, repetitions and rows of keys, in English and in Dutch.
 */

/**
 * Guesses that a password must be worth, as a power of ten. zxcvbn's own "safely unguessable" begins at 8, which lets the start
 * passwords of hospitals through (a season or a welcome, the year, an exclamation mark: 8.0); three plain words have 12 and more.
 */
const LEAST_GUESSES_LOG10 = 8.5;
const STRONG_GUESSES_LOG10 = 12;

/** What is behind counts for nothing: the work grows fast with the length. */
const LOOKED_AT = 40;

export interface PasswordRating {
  /** Why it is refused; null for one that is good enough. */
  readonly problem: PasswordProblem | null;
  readonly isStrong: boolean;
}

const PROBLEMS: Readonly<Record<string, PasswordProblem>> = {
  topTen: 'users.password-common',
  topHundred: 'users.password-common',
  common: 'users.password-common',
  similarToCommon: 'users.password-common',
  wordByItself: 'users.password-word',
  namesByThemselves: 'users.password-word',
  commonNames: 'users.password-word',
  simpleRepeat: 'users.password-repeat',
  extendedRepeat: 'users.password-repeat',
  straightRow: 'users.password-row',
  keyPattern: 'users.password-row',
  sequences: 'users.password-row',
  dates: 'users.password-date',
  recentYears: 'users.password-date',
  userInputs: 'users.password-own',
};

/** Letters and digits that must be left of a password without the names. */
const LEAST_OTHERS = 6;

/** @param about What is known of whoever chooses it: their name, the site's. */
export async function ratePassword(password: string, about: readonly string[]): Promise<PasswordRating> {
  const plain = password.normalize('NFKC');
  const names = ['Faceward', ...about].flatMap(namesIn);
  // zxcvbn counts names in several parts as ten thousand guesses each, and finds none that is written with a capital.
  if (othersIn(plain, names) < LEAST_OTHERS && othersIn(plain, []) >= LEAST_OTHERS) {
    return { problem: 'users.password-own', isStrong: false };
  }
  const { guessesLog10, feedback } = (await rater()).check(plain, names);
  if (guessesLog10 >= LEAST_GUESSES_LOG10) return { problem: null, isStrong: guessesLog10 >= STRONG_GUESSES_LOG10 };
  return { problem: PROBLEMS[feedback.warning ?? ''] ?? 'users.password-guessable', isStrong: false };
}

/** A name, its words, and its words as one, the longest first, in small letters. */
function namesIn(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{P}]+/u);
  return [name.toLowerCase(), words.join(''), ...words].filter(({ length }) => length > 2);
}

/** How many letters and digits a password has beside the names. */
function othersIn(password: string, names: readonly string[]): number {
  const rest = names.reduce((text, name) => text.replaceAll(name, ''), password.toLowerCase());
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length;
}

let made: ReturnType<typeof makeRater> | null = null;

/** Made at first need: a hundred thousand words are sorted, and most starts of the program choose no password. */
function rater(): ReturnType<typeof makeRater> {
  made ??= makeRater();
  return made;
}

async function makeRater() {
  const [{ ZxcvbnFactory }, common, english, dutch] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-nl-be'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...dutch.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: LOOKED_AT,
  });
}
