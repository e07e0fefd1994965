import type { ENGLISH } from './en/en.ts';

/** The same keys with words of another language: one that is missing, or one too many, does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

/** Every text of a language, by the part of the program that shows it. */
export type Catalogue = { readonly [Part in keyof typeof ENGLISH]: Translation<(typeof ENGLISH)[Part]> };
