import type { Observation, Reference } from '@solarahealth/fhir-r4';
import { FLACC_PARTS, flaccTotal } from '../../emotion/observation.ts';
import type { Language } from '../../words/language.ts';
import { sayLabel } from '../elan/tiers.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportAnnotation, ReportDocument, ReportMarker, ReportObservation } from '../report-document.ts';
import { ofKind } from './category.ts';
import { ANNOTATION_SYSTEM, MARKER_SYSTEM } from './code-systems.ts';
import type { FhirTime } from './fhir-time.ts';
import { facesCode, flaccCode, flaccPartCode, hasZib } from './pain-codes.ts';
import { score } from './sampled-data.ts';

type Entry = Omit<Observation, 'resourceType' | 'status' | 'subject' | 'id'>;

/**
 * What people added: markers, observations, and what raters said, each with who. `said` is what it was made of: the same
 * in every language.
 *
 * @param child Whose own word a score on the faces scale is.
 */
export function entriesOf(
  { markers, observations, annotations, language }: ReportDocument,
  words: FormatWords,
  time: FhirTime,
  child: Reference,
): { readonly said: object; readonly entry: Entry }[] {
  return [
    ...markers.map((said) => ({ said, entry: markerEntry(said, words, time) })),
    ...observations.map((said) => ({
      said,
      entry: {
        ...value(said.observation, words, language),
        effectiveDateTime: time.at(said.atMs),
        performer: [...(said.observation.kind === 'faces-scale' ? [child] : []), { display: said.by }],
      },
    })),
    ...annotations.map((said) => ({ said, entry: annotationEntry(said, words, time) })),
  ];
}

function markerEntry(
  { atMs, toMs, kind, text, by }: ReportMarker,
  { exports, common }: FormatWords,
  time: FhirTime,
): Entry {
  const word = common(($) => $.marker[kind]);
  return {
    ...ofKind('procedure'),
    code: { text: exports(($) => $.fhir.marker) },
    ...(toMs === null ? { effectiveDateTime: time.at(atMs) } : { effectivePeriod: time.period(atMs, toMs) }),
    performer: [{ display: by }],
    valueCodeableConcept: { coding: [{ system: MARKER_SYSTEM, code: kind, display: word }], text: word },
    ...noted(text),
  };
}

function value(
  observation: ReportObservation['observation'],
  { exports, common }: FormatWords,
  language: Language,
): Pick<Entry, 'category' | 'code' | 'component' | 'note' | 'valueInteger' | 'valueQuantity' | 'valueString'> {
  if (observation.kind === 'note') {
    return { ...ofKind('exam'), code: { text: exports(($) => $.fhir.note) }, valueString: observation.note };
  }
  if (observation.kind === 'faces-scale') {
    const code = facesCode(exports(($) => $.fhir.faces));
    return { ...ofKind('survey'), code, valueQuantity: score(observation.score), ...noted(observation.note) };
  }
  const total = flaccTotal(observation);
  return {
    ...ofKind('survey'),
    code: flaccCode(
      language,
      exports(($) => $.fhir.flacc),
    ),
    // The Dutch information model has the total as a whole number, without unit.
    ...(hasZib(language) ? { valueInteger: total } : { valueQuantity: score(total) }),
    component: FLACC_PARTS.map((part) => ({
      code: flaccPartCode(
        part,
        language,
        common(($) => $.observation.flaccPart[part]),
      ),
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
    ...ofKind('exam'),
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
