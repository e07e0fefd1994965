import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { reportToElan } from '../elan/elan.ts';
import { reportToFhir } from '../fhir/fhir.ts';
import { formatWords } from '../format-words.ts';
import { meanMovements } from '../movements/mean-movements.ts';
import { redcapFields } from '../redcap/fields.ts';
import { documentOf, samplesOf } from '../testing/document-of.ts';
import { bidsFilesOf } from '../testing/joined.ts';
import { planSentences } from './plan-in-words.ts';

const PLAN = {
  protocol: {
    name: 'Port needle',
    plannedMinutes: 30,
    flaccEveryMinutes: 5,
    markers: [
      { kind: 'needle' as const, name: '' },
      { kind: 'custom' as const, name: 'Clown' },
    ],
  },
  cautions: [
    { kind: 'tube' as const, note: 'left cheek' },
    { kind: 'other' as const, note: 'fresh scar' },
  ],
};
const TURNS = [{ atMs: 20_000, kind: 'taken-over' as const, by: 'Cato' }];
const PSEUDONYMS = { child: 'c-1', session: 's-1', liveSession: null };

const identified = documentOf({ plan: PLAN, turns: TURNS });
const deidentified = documentOf({ plan: PLAN, turns: TURNS, pseudonyms: PSEUDONYMS });

test('cautions come first, then what the protocol still misses, then who answered for the session', () => {
  expect(planSentences(identified, formatWords('en'))).toEqual([
    'Read with caution: tube or plaster on the face (left cheek), fresh scar',
    'Protocol: Port needle',
    'Expected and not marked: Clown',
    '0:20: Cato took it over',
  ]);
  expect(planSentences(documentOf(), formatWords('en'))).toEqual([]);
});

test('de-identified, the kinds of cautions stay, and names and words are left out and counted', () => {
  const said = planSentences(deidentified, formatWords('en')).join('\n');
  expect(said).toContain('Read with caution: tube or plaster on the face, something else');
  expect(said).not.toMatch(/left cheek|scar|Port|Clown|Cato/);
  const without = documentOf({ pseudonyms: PSEUDONYMS });
  expect(deidentified.freeTextsLeftOut - without.freeTextsLeftOut).toBe(4);
});

test('they stand where each format has a place for them', () => {
  expect(reportToElan(identified)).toMatch(
    /faceward:cautions">tube or plaster on the face \(left cheek\), fresh scar</,
  );
  expect(reportToElan(documentOf())).not.toContain('faceward:cautions');
  expect(reportToFhir(identified)).toContain('Read with caution: tube or plaster');
  const bids = bidsFilesOf(identified, samplesOf());
  const [path] = Object.keys(bids).filter((name) => name.endsWith('_sessions.tsv'));
  expect(strFromU8(bids[path!]!)).toContain('Port needle\ttube,other');
  const fields = Object.fromEntries(
    redcapFields('en').map(({ name, read }) => [name, read(identified, meanMovements(samplesOf()))]),
  );
  expect(fields).toMatchObject({
    protocol_name: 'Port needle',
    planned_minutes: 30,
    flacc_every_minutes: 5,
    markers_missing: 1,
    cautions: 'tube or plaster on the face (left cheek), fresh scar',
  });
});
