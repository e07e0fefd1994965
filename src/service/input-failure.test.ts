import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Input, METHODS, type MethodName } from '../contract/contract.ts';
import { terms } from '../core/words/en/terms.ts';
import { sentenceOf } from '../core/words/failure-sentence.ts';
import { createWords } from '../core/words/words.ts';
import { inputFailure } from './input-failure.ts';

const dutch = createWords('nl');
const english = createWords('en');

function failureOf(name: MethodName, input: unknown) {
  const parsed = METHODS[name].input.safeParse(input, { reportInput: true });
  if (parsed.success) throw new Error(`a refusal was expected; ${name} took it`);
  return inputFailure(parsed.error.issues[0]!);
}

const USER: Input<'users.add'> = { name: 'Bo', role: 'ward', password: 'a long password' };
const RUN: Input<'runs.start'> = {
  ...{ name: 'r', learner: 'supcon', regime: 'children', epochs: 1, seed: 1 },
  datasetIds: ['d'],
};
const CONSENT: Input<'consents.grant'> = {
  ...{ childId: 'c', scopes: ['monitor'], givenBy: 'mother', childAssented: true },
  untilDate: '2026-12-31',
};
const MARKERS = [
  { kind: 'pain', name: '', hotkey: '1', isInterval: false },
  { kind: 'play', name: '', hotkey: '1', isInterval: false },
];

describe('inputFailure', () => {
  it.each([
    ['users.add', { ...USER, name: undefined }, 'Name: is missing.', 'Naam: ontbreekt.'],
    ['users.add', { ...USER, name: '' }, 'Name: must not be empty.', 'Naam: mag niet leeg zijn.'],
    [
      'users.add',
      { ...USER, password: 'short' },
      'Password: at least 10 characters were expected; found 5.',
      'Wachtwoord: minstens 10 tekens zijn nodig; het zijn er 5.',
    ],
    [
      'users.add',
      { ...USER, name: 7 },
      'Name: a text was expected; found a number.',
      'Naam: verwacht werd een tekst; gevonden is een getal.',
    ],
    [
      'users.add',
      { ...USER, role: 'nurse' },
      'Role: this value cannot be used.',
      'Rol: deze waarde kan niet worden gebruikt.',
    ],
    [
      'runs.start',
      { ...RUN, epochs: 1001 },
      'Epochs: 1,000 or less was expected; found 1,001.',
      'Epochs: 1.000 of minder is toegestaan; ingevuld is 1.001.',
    ],
    [
      'runs.start',
      { ...RUN, epochs: 0 },
      'Epochs: 1 or more was expected; found 0.',
      'Epochs: 1 of meer is nodig; ingevuld is 0.',
    ],
    [
      'runs.start',
      { ...RUN, epochs: 1.5 },
      'Epochs: a whole number was expected; found a number.',
      'Epochs: verwacht werd een geheel getal; gevonden is een getal.',
    ],
    [
      'runs.start',
      { ...RUN, datasetIds: [] },
      'Datasets: at least 1 was expected; found 0.',
      'Datasets: minstens 1 is nodig; het zijn er 0.',
    ],
    [
      'consents.grant',
      { ...CONSENT, untilDate: 'soon' },
      'Last day it holds: a date written yyyy-mm-dd was expected.',
      'Laatste dag dat dit geldt: een datum als jjjj-mm-dd is nodig.',
    ],
    [
      'site.setMarkerButtons',
      { buttons: MARKERS },
      'Each marker needs its own key.',
      'Elke markering heeft een eigen toets nodig.',
    ],
    [
      'site.setMarkerButtons',
      { buttons: [{ ...MARKERS[0], hotkey: 'F1' }] },
      'A marker’s key is one letter or digit.',
      'De toets van een markering is één letter of cijfer.',
    ],
    [
      'users.add',
      'nonsense',
      'What was sent: an object with fields was expected; found a text.',
      'De invoer: verwacht werd een object met velden; gevonden is een tekst.',
    ],
  ] as const)('of %s with %j', (name, input, inEnglish, inDutch) => {
    const why = failureOf(name, input);
    expect(sentenceOf(why, english)).toBe(inEnglish);
    expect(sentenceOf(why, dutch)).toBe(inDutch);
  });

  it('repeats nothing that was typed', () => {
    expect(JSON.stringify(failureOf('users.add', { ...USER, password: 'secret!' }))).not.toContain('secret!');
  });
});

/** Fields that the program fills in: people see them under no name. */
const OF_THE_PROGRAM = new Set([
  ...[
    'acceptedCopy',
    'file',
    'who',
    'what',
    'childCode',
    'fromIso',
    'untilIso',
    'held',
    'more',
    'entries',
    'lastHash',
    'activity',
    'at',
    'atMs',
    'baselineId',
    'batch',
    'beforeSequence',
    'annotationId',
    'box',
    'brightness',
    'bytes',
    'childAssented',
    'saysDate',
    'scanId',
    'fingerprint',
  ],
  ...['childId', 'consentId', 'consolability', 'crops', 'cry', 'datasetId', 'durationMs', 'emotion', 'exportId'],
  ...[
    'eyeDistancePx',
    'face',
    'format',
    'gaps',
    'grey',
    'heightPx',
    'id',
    'isIdentified',
    'isInterval',
    'isOn',
    'keepsVideo',
    'kind',
    'language',
  ],
  ...[
    'legs',
    'limit',
    'liveSessionId',
    'markerId',
    'modelId',
    'mostRows',
    'observation',
    'observationId',
    'originMs',
    'probabilities',
  ],
  ...[
    'quality',
    'reach',
    'recorderId',
    'camera',
    'cautionId',
    'sha256',
    'recording',
    'runId',
    'samples',
    'score',
    'sessionId',
    'sha256',
    'sharpness',
    'source',
    'userId',
    'widthPx',
  ],
  ...['xPx', 'yPx', 'yawDeg'],
  // Of a round with other sites, which a terminal brings.
  ...['round', 'task', 'weightsSha256'],
  ...['browHeight', 'eyeOpening', 'mouthOpening', 'movements', 'pitchDeg', 'rollDeg'],
  // Of a recording: computed from its file.
  'sha256',
  // Of films and blind ratings: what the screens keep of them.
  ...['answer', 'digest', 'films', 'lastModifiedMs', 'number', 'only', 'stretchId', 'takesFirstAlone', 'taskId'],
  // Of lists: what is chosen there, not written.
  ...['page', 'show', 'startedBy'],
  // Of the Training Lab: what links, lists and uploads say.
  ...[
    'ageBand',
    'anew',
    'confirmedFingerprint',
    'disagrees',
    'fileBytes',
    'files',
    'filter',
    'fingerprint',
    'form',
    'from',
    'group',
    'imageKey',
    'keys',
    'labels',
    'offset',
    'order',
  ],
  ...[
    'path',
    'paths',
    'paused',
    'piece',
    'right',
    'run',
    'runIds',
    'said',
    'settings',
    'split',
    'state',
    'studyId',
    'subject',
    'sureFrom',
    'sureTo',
    'texts',
    'truth',
    'unmetShown',
    'use',
  ],
  // Coded pictures of a film, which the window sends to be decoded.
  'atUs',
  'codec',
  'data',
  'decoder',
  'description',
  'durationUs',
  'isFullRange',
  'isKey',
  'isLast',
  // What a window keeps that a store did not take, a key that is to be changed, and a password that is rated as it is typed.
  'about',
  'calls',
  'input',
  'isStartPassword',
  'leavesOut',
  'waiting',
  // What is erased, as the screen that shows it names it.
  'erasureId',
  'target',
  'matrix',
  'packets',
]);

it('calls every field of the contract that people fill in by its name on the screen', () => {
  const fields = new Set(Object.values(METHODS).flatMap(({ input }) => fieldsOf(input)));
  expect([...fields].filter((name) => !OF_THE_PROGRAM.has(name)).sort()).toEqual(Object.keys(terms.field).sort());
});

function fieldsOf(schema: z.ZodType): string[] {
  const names: string[] = [];
  const look = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object') names.push(...Object.keys(node.properties ?? {}));
    for (const each of Object.values(node)) look(each);
  };
  look(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return names;
}
