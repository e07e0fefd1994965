import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { CallError } from '../../contract/error.ts';
import { failure, isReason, REASONS, type Reason, type ValuesOf } from './failure.ts';
import { englishOf, sentenceOf } from './failure-sentence.ts';
import { LANGUAGES } from './language.ts';
import { createWords } from './words.ts';

const dutch = createWords('nl');

describe('a failure', () => {
  it('says the same in each language, with its values put as the reader writes them', () => {
    const overlap = failure('entries.overlaps', { label: 'crying', fromS: 1.5, toS: 1200 });
    expect(englishOf(overlap)).toBe(
      'Your annotation “Crying” from 1.5 s to 1,200 s is in the way. Take it back first, or choose another stretch.',
    );
    expect(sentenceOf(overlap, dutch)).toBe(
      'Uw beoordeling “Huilen” van 1,5 s tot 1.200 s zit in de weg. Trek die eerst in, of kies een ander deel.',
    );
  });

  it.each([
    [['administrator'], 'This needs an administrator; you are signed in as ward staff.'],
    [
      ['research', 'reviewer', 'administrator'],
      'This needs research staff, a reviewer or an administrator; you are signed in as ward staff.',
    ],
    [[], 'This needs a role that nobody has; you are signed in as ward staff.'],
  ] as const)('names roles: %j', (roles, sentence) => {
    expect(englishOf(failure('call.role-needed', { roles, role: 'ward' }))).toBe(sentence);
  });

  it('counts as the language does', () => {
    expect(englishOf(failure('image.many-faces', { count: 2 }))).toMatch(/^2 faces were found/);
    expect(sentenceOf(failure('input.too-short', { field: 'password', count: 10, found: 5 }), dutch)).toBe(
      'Wachtwoord: minstens 10 tekens zijn nodig; het zijn er 5.',
    );
  });

  it('calls a field as the screen does, and one that nobody fills in by its place', () => {
    expect(englishOf(failure('input.missing', { field: 'buttons.3.hotkey' }))).toBe('Key: is missing.');
    expect(englishOf(failure('input.missing', { field: 'samples.3.atMs' }))).toBe('“samples.3.atMs”: is missing.');
  });

  it('takes what a person typed for no more than a name', () => {
    for (const name of ['{{role}}', '$t(common:role.ward)', '<b>Bo</b>', 'constructor']) {
      expect(englishOf(failure('users.name-taken', { name }))).toBe(`There is a user named ${name} already.`);
    }
  });
});

describe('the compiler', () => {
  it('wants the values that a text names, of the kind that its format takes', () => {
    expectTypeOf<ValuesOf<'users.name-taken'>>().toEqualTypeOf<{ readonly name: string | number }>();
    expectTypeOf<ValuesOf<'lab.run-under-way'>>().toEqualTypeOf<Record<never, never>>();
    expectTypeOf<ValuesOf<'site.too-many-attempts'>>().toEqualTypeOf<{ readonly count: number }>();
    // @ts-expect-error: a value that is missing
    failure('users.name-taken');
    // @ts-expect-error: a value of another name
    failure('users.name-taken', { user: 'Bo' });
    // @ts-expect-error: a role that there is not
    failure('call.role-needed', { roles: ['nurse'], role: 'ward' });
    // @ts-expect-error: a reason that the catalogue does not have
    failure('users.name-gone', { name: 'Bo' });
  });

  it('can read every text: one that is put together with + is only a string to it', () => {
    type Unreadable = { [R in Reason]: [ValuesOf<R>] extends [never] ? R : never }[Reason];
    expectTypeOf<Unreadable>().toEqualTypeOf<never>();
  });

  it('lets no error carry a sentence', () => {
    const sentence = 'There is a user named Bo already.';
    // @ts-expect-error: words are the catalogue's
    expect(() => new CallError('conflict', sentence)).toBeDefined();
    expect(isReason(sentence)).toBe(false);
  });
});

test.each(
  LANGUAGES,
)('every reason has words in %s, and no text is put together of pieces that the compiler cannot read', (language) => {
  const words = createWords(language);
  for (const reason of REASONS) {
    const keys = [reason, `${reason}_one`, `${reason}_other`].filter((key) => words.exists(key, { ns: 'errors' }));
    expect([1, 2], reason).toContain(keys.length);
  }
});
