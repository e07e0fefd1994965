import { expect, test } from 'vitest';
import { ageInYears } from './age-in-years.ts';
import { reportModel } from './facts/model-facts.ts';
import { shareOf } from './report-document.ts';
import { documentOf, sourceOf } from './testing/document-of.ts';

const PSEUDONYMS = { child: 'C-1', session: 'S-1', liveSession: 'S-2' };

test('a document holds who, with what and how much', () => {
  const document = documentOf();
  expect(document).toMatchObject({
    format: 'faceward-report/2',
    isIdentified: true,
    statement: 'Decision support for trained staff, not a diagnosis.',
    child: { code: 'KID-7', ageYears: 6, ageBand: '6-8' },
    model: { id: 'base-a', version: '1.2.0', atThisAge: { band: '6-8', images: 196, realChildren: false } },
    summary: { usableMs: 50_000, notSureMs: 20_000, gapMsByReason: { 'turned-away': 10_000 }, unaccountedMs: 0 },
  });
  expect(shareOf(document.summary, 'happiness')).toBeCloseTo(0.6, 9);
  expect(document.markers.map(({ kind }) => kind)).toEqual(['play', 'needle']);
});

test('nothing of the caller’s objects but what is meant for a report gets in', () => {
  const source = sourceOf();
  const secret = 'a path on this machine';
  const document = documentOf({
    session: { ...source.session, ...{ secret } },
    model: { ...source.model, ...{ secret } },
    markers: source.markers.map((marker) => ({ ...marker, ...{ secret } })),
    observations: source.observations.map((each) => ({ ...each, ...{ secret } })),
    annotations: source.annotations.map((each) => ({ ...each, ...{ secret } })),
  });
  expect(JSON.stringify(document)).not.toContain(secret);
});

test('a de-identified document names nobody, no day and no place, in whatever field they stood', () => {
  const source = sourceOf();
  const document = documentOf({
    pseudonyms: PSEUDONYMS,
    siteName: 'Ward Seven of Elsewhere',
    session: { ...source.session, recordingName: 'Jip-5-March.mp4', liveSessionId: 'live-1', notes: 'Jip was calm' },
    markers: [{ atMs: 1, toMs: null, kind: 'custom', text: 'Jip laughs', by: 'Bo' }],
    observations: [
      ...source.observations,
      { atMs: 2, observation: { kind: 'note', note: 'Jip sleeps' }, by: 'Dirk', writtenAtIso: '2026-03-05T11:00:00Z' },
    ],
    annotations: source.annotations.map((each) => ({ ...each, note: 'Jip cries' })),
    agreement: [
      {
        raterA: 'Cato',
        raterB: 'Bo',
        sharedMs: 1,
        observedAgreement: 1,
        intervals: 1,
        pairs: [],
        cohenKappa: null,
        timeWeightedKappa: null,
      },
    ],
    parity: { liveSessionId: 'live-1', seconds: 1, same: 1, share: 1, low: 0, high: 1, offsetMs: 0 },
    baseline: {
      version: 1,
      modelId: 'base-a',
      modelVersion: '1.2.0',
      fromMs: 0,
      toMs: 1,
      sampleCount: 1,
      probabilities: [],
      note: 'Jip rests',
      recordedAtIso: '2026-03-01T10:00:00Z',
      recordedBy: 'Dirk',
    },
  });
  const text = JSON.stringify(document);
  for (const known of ['Jip', 'KID-7', '0b9c2b07', 'live-1', 'Elsewhere', 'Ann', '"Bo"', 'Cato', 'Dirk', 'Amsterdam']) {
    expect(text, known).not.toContain(known);
  }
  expect(text).not.toMatch(/20[0-9]{2}-[01][0-9]/);
  expect(document).toMatchObject({
    isIdentified: false,
    child: { code: 'C-1', ageYears: 6 },
    session: { id: 'S-1', liveSessionId: 'S-2', startedBy: 'Staff A' },
    exportedBy: 'Reviewer',
    markers: [{ by: 'Staff A' }],
    annotations: [{ by: 'Staff B', label: 'crying' }],
    agreement: [{ raterA: 'Staff B', raterB: 'Staff A' }],
    freeTextsLeftOut: 5,
  });
  expect(document.observations.map(({ observation }) => observation.kind)).toEqual(['flacc']);
});

test('staff are letters in the order in which they appear, beyond Z too', () => {
  const markers = Array.from({ length: 30 }, (_, index) => ({
    atMs: index,
    toMs: null,
    kind: 'note' as const,
    text: '',
    by: `person ${index}`,
  }));
  const document = documentOf({ pseudonyms: PSEUDONYMS, language: 'nl', markers });
  expect(document.session.startedBy).toBe('Medewerker A');
  expect(document.markers.at(0)?.by).toBe('Medewerker B');
  expect(document.markers.at(29)?.by).toBe('Medewerker AE');
});

test('figures of the child’s age come from real children where there are any, and never from another age', () => {
  const { model } = sourceOf();
  const [rendered] = model.tests;
  const children = { ...rendered!, shows: 'photographs', realChildren: true };
  expect(reportModel({ ...model, tests: [rendered!, children] }, '6-8').atThisAge).toMatchObject({
    shows: 'photographs',
    realChildren: true,
  });
  const ofNoAge = { ...children, evaluation: { ...children.evaluation, byAgeBand: [] } };
  expect(reportModel({ ...model, tests: [ofNoAge, rendered!] }, '6-8').atThisAge?.realChildren).toBe(false);
  expect(reportModel(model, '3-5').atThisAge).toBeNull();
  expect(reportModel({ ...model, test: null, tests: [] }, '6-8')).toMatchObject({ test: null, atThisAge: null });
});

test('an age is in completed years', () => {
  expect(ageInYears('2019-04', '2026-03-31T23:00:00Z')).toBe(6);
  expect(ageInYears('2019-04', '2026-04-01T00:00:00Z')).toBe(7);
  expect(ageInYears('2026-03', '2026-03-05T00:00:00Z')).toBe(0);
  expect(() => ageInYears('2026-04', '2026-03-05T00:00:00Z')).toThrow('found 2026-04');
  expect(() => ageInYears('April', '2026-03-05T00:00:00Z')).toThrow('found April');
});
