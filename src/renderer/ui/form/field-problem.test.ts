import { expect, it } from 'vitest';
import { z } from 'zod';
import { METHODS } from '../../../contract/contract.ts';
import { observationSchema } from '../../../contract/emotion-schemas.ts';
import { fieldProblems } from './field-problem.ts';

const CHILD = METHODS['children.add'].input;
const CONSENT = METHODS['consents.grant'].input;
const USER = METHODS['users.add'].input;
const RUN = METHODS['runs.start'].input;
const ANNOTATION = METHODS['annotations.add'].input;

const CONSENT_DRAFT = { childId: 'c', scopes: ['monitor'], givenBy: 'Mother', childAssented: false };
const RUN_DRAFT = { name: 'a', datasetIds: ['d'], learner: 'supcon', regime: 'children', epochs: 1, seed: 1 };
const ANNOTATION_DRAFT = { sessionId: 's', id: crypto.randomUUID(), fromMs: 5, toMs: 9, label: 'pain', note: '' };

it.each([
  ['nothing typed', CHILD, { code: '', birthMonth: '2018-05' }, { code: { kind: 'missing' } }],
  ['only blanks', USER, { name: '  ', role: 'ward', password: 'long enough' }, { name: { kind: 'missing' } }],
  ['a code that is none', CHILD, { code: 'a b', birthMonth: '2018-05' }, { code: { kind: 'wrong' } }],
  [
    'nothing chosen of many',
    CONSENT,
    { ...CONSENT_DRAFT, scopes: [], untilDate: '2030-01-01' },
    { scopes: { kind: 'notChosen' } },
  ],
  ['nothing chosen of one', ANNOTATION, { ...ANNOTATION_DRAFT, label: null }, { label: { kind: 'notChosen' } }],
  ['no date yet', CONSENT, { ...CONSENT_DRAFT, untilDate: '' }, { untilDate: { kind: 'missing' } }],
  ['no date', CONSENT, { ...CONSENT_DRAFT, untilDate: '2030-02-30' }, { untilDate: { kind: 'noDate' } }],
  [
    'too long a name and too short a password',
    USER,
    { name: 'n'.repeat(61), role: 'ward', password: 'short' },
    { name: { kind: 'tooLong', limit: 60 }, password: { kind: 'tooShort', limit: 10 } },
  ],
  ['too few epochs', RUN, { ...RUN_DRAFT, epochs: 0 }, { epochs: { kind: 'tooSmall', limit: 1 } }],
  ['too many epochs', RUN, { ...RUN_DRAFT, epochs: 1001 }, { epochs: { kind: 'tooLarge', limit: 1000 } }],
  ['half an epoch', RUN, { ...RUN_DRAFT, epochs: 1.5 }, { epochs: { kind: 'notWhole' } }],
  ['an emptied number', RUN, { ...RUN_DRAFT, epochs: Number.NaN }, { epochs: { kind: 'missing' } }],
  ['an end before the beginning', ANNOTATION, { ...ANNOTATION_DRAFT, toMs: 4 }, { toMs: { kind: 'wrong' } }],
  [
    'a part of FLACC that was not scored',
    observationSchema,
    { kind: 'flacc', face: 0, legs: null, activity: 2, cry: 1, consolability: 0, note: '' },
    { legs: { kind: 'notChosen' } },
  ],
  [
    'more choices than there may be',
    z.object({ formats: z.array(z.string()).max(1) }),
    { formats: ['pdf', 'csv'] },
    { formats: { kind: 'tooMany', limit: 1 } },
  ],
])('says of %s what is wrong', (_, schema, draft, problems) => {
  expect(fieldProblems(schema, draft)).toEqual(problems);
});

it.each([
  ['a child', CHILD, { code: 'W3-0001', birthMonth: '2018-05' }],
  ['a run', RUN, RUN_DRAFT],
  ['an annotation without a note', ANNOTATION, ANNOTATION_DRAFT],
])('finds nothing wrong with %s', (_, schema, draft) => {
  expect(fieldProblems(schema, draft)).toEqual({});
});

it('leaves out what no field of the draft could show', () => {
  const schema = z.object({ shown: z.string(), hidden: z.string() }).refine(() => false, 'never');
  expect(fieldProblems(schema, { shown: 'a' })).toEqual({});
  expect(fieldProblems(schema, { shown: 'a', hidden: 'b' })).toEqual({});
});
