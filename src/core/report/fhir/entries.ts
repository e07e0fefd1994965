import type { Observation } from '@solarahealth/fhir-r4';
import { FLACC_PARTS, flaccTotal } from '../../emotion/observation.ts';
import { sayLabel } from '../elan/tiers.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportAnnotation, ReportDocument, ReportMarker, ReportObservation } from '../report-document.ts';
import { ANNOTATION_SYSTEM, LOINC, MARKER_SYSTEM } from './code-systems.ts';
import type { FhirTime } from './fhir-time.ts';
import { score } from './sampled-data.ts';

/** LOINC: FLACC pain assessment, total score. */
const FLACC_TOTAL = '38213-5';

type Entry = Omit<Observation, 'resourceType' | 'status' | 'subject' | 'id'>;

/** What people added: markers, observations, and what raters said, each with who. */
export function entriesOf(document: ReportDocument, words: FormatWords, time: FhirTime): Entry[] {
  return [
    ...document.markers.map((marker) => markerEntry(marker, words, time)),
    ...document.observations.map((each) => observationEntry(each, words, time)),
    ...document.annotations.map((each) => annotationEntry(each, words, time)),
  ];
}

function markerEntry(
  { atMs, toMs, kind, text, by }: ReportMarker,
  { exports, common }: FormatWords,
  time: FhirTime,
): Entry {
  const word = common(($) => $.marker[kind]);
  return {
    code: { text: exports(($) => $.fhir.marker) },
    ...(toMs === null ? { effectiveDateTime: time.at(atMs) } : { effectivePeriod: time.period(atMs, toMs) }),
    performer: [{ display: by }],
    valueCodeableConcept: { coding: [{ system: MARKER_SYSTEM, code: kind, display: word }], text: word },
    ...noted(text),
  };
}

function observationEntry({ atMs, observation, by }: ReportObservation, words: FormatWords, time: FhirTime): Entry {
  return { ...value(observation, words), effectiveDateTime: time.at(atMs), performer: [{ display: by }] };
}

function value(
  observation: ReportObservation['observation'],
  { exports, common }: FormatWords,
): Pick<Entry, 'code' | 'component' | 'note' | 'valueQuantity' | 'valueString'> {
  if (observation.kind === 'note') {
    return { code: { text: exports(($) => $.fhir.note) }, valueString: observation.note };
  }
  if (observation.kind === 'faces-scale') {
    const code = { text: exports(($) => $.fhir.faces) };
    return { code, valueQuantity: score(observation.score), ...noted(observation.note) };
  }
  const text = exports(($) => $.fhir.flacc);
  return {
    code: { coding: [{ system: LOINC, code: FLACC_TOTAL, display: 'FLACC pain assessment total score' }], text },
    valueQuantity: score(flaccTotal(observation)),
    component: FLACC_PARTS.map((part) => ({
      code: { text: common(($) => $.observation.flaccPart[part]) },
      valueInteger: observation[part],
    })),
    ...noted(observation.note),
  };
}

function annotationEntry(
  { fromMs, toMs, label, note, by }: ReportAnnotation,
  words: FormatWords,
  time: FhirTime,
): Entry {
  const word = sayLabel(label, words);
  return {
    code: { text: words.exports(($) => $.fhir.said) },
    effectivePeriod: time.period(fromMs, toMs),
    performer: [{ display: by }],
    valueCodeableConcept: { coding: [{ system: ANNOTATION_SYSTEM, code: label, display: word }], text: word },
    ...noted(note),
  };
}

function noted(text: string): Pick<Entry, 'note'> {
  return text.trim() === '' ? {} : { note: [{ text }] };
}
