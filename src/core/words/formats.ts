import type { i18n } from 'i18next';

/**
 * Teaches the words to put terms of the program into a text: `{{role, role}}` is given "ward" and says "ward staff".
 * What each format is given is in failure-values.ts.
 */
export function addFormats(words: i18n, language: string): void {
  // Keys that are made of a value cannot be selectors.
  const say = (part: 'terms' | 'common' | 'training') =>
    words.getFixedT(null, part) as unknown as (keys: string | string[]) => string;
  const term = (group: string) => (value: string) => say('terms')(`${group}.${value}`);
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const add = <Value>(name: string, format: (value: Value) => string) =>
    words.services.formatter?.add(name, (value: Value) => format(value));

  for (const group of ['role', 'runState', 'host', 'group', 'kind'] as const) add(group, term(group));
  add('roles', (roles: readonly string[]) =>
    roles.length === 0 ? say('terms')('noRole') : either.format(roles.map(term('someRole'))),
  );
  add('label', (label: string) => say('common')([`emotion.${label}`, `annotation.${label}`]));
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  add('points', (share: number) => tenths.format(share * 100).replace('-', '−'));
  const all = new Intl.ListFormat(language);
  add('labels', (labels: readonly string[]) => all.format(labels.map((each) => say('common')(`emotion.${each}`))));
  add('regime', (regime: string) => say('training')(`regime.${regime}`));
  add('learner', (learner: string) => say('training')(`learner.${learner}`));
  add('layouts', (layouts: readonly string[]) => layouts.map(term('layout')).join(say('terms')('elseThat')));
  add('field', (path: string) => {
    if (path === '') return say('terms')('allFields');
    const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
    return words.exists(`field.${name}`, { ns: 'terms' }) ? term('field')(name) : `“${path}”`;
  });
}
