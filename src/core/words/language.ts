/** What the program knows of a language apart from its texts. */
interface LanguageFacts {
  /** Its own name for itself: whoever cannot read the screen finds the one that can be read. */
  readonly ownName: string;
  /** Of dates and numbers. */
  readonly locale: string;
}

/** The languages of screens and reports. Their texts are in words.ts, so that they can be listed without them. */
export const LANGUAGE_FACTS = {
  en: { ownName: 'English', locale: 'en-GB' },
  nl: { ownName: 'Nederlands', locale: 'nl-NL' },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGE_FACTS;

export const LANGUAGES = Object.keys(LANGUAGE_FACTS) as readonly Language[];
