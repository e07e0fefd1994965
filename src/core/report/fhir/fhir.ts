import type { Bundle, Device, Observation, Patient, Provenance } from '@solarahealth/fhir-r4';
import { formatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { CHILD_SYSTEM, LOINC } from './code-systems.ts';
import { comparisonsOf } from './comparisons.ts';
import { entriesOf } from './entries.ts';
import { fhirTime } from './fhir-time.ts';
import { probabilities, shares } from './readings.ts';
import { years } from './sampled-data.ts';

const CHILD = { reference: 'Patient/child' };
const MODEL = { reference: 'Device/model' };
const READINGS = 'readings';

/** Marks a bundle as pseudonymised. HL7 v3 ObservationValue, SECINTOBV. */
const PSEUDONYMISED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'PSEUDED' };

/** References within the bundle are resolved against this; nothing is served there (RFC 2606). */
const BASE = 'https://faceward.invalid';

/**
 * The session as a FHIR R4 Bundle of type collection: the child, the model as a Device, the readings as Observations
 * with SampledData of one value a second (E where there was none), what staff added as Observations of their own, and a
 * Provenance that says who exported it.
 *
 * Source: HL7 FHIR R4 (4.0.1), Bundle, Observation, SampledData, Device, Provenance. Single readings are in CSV, JSON and
 * BIDS. In a de-identified file all dates count from 1970, since Provenance requires one; a note in each reading says
 * so.
 *
 * @returns JSON, ending with a newline; the same for the same document.
 */
export function reportToFhir(document: ReportDocument): string {
  return `${JSON.stringify(bundleOf(document))}\n`;
}

function bundleOf(document: ReportDocument): Bundle {
  const { exportId, isIdentified, exportedAtIso, language } = document;
  const observations = observationsOf(document);
  const resources = [childOf(document), modelOf(document), ...observations, provenanceOf(document, observations)];
  return {
    resourceType: 'Bundle',
    id: exportId,
    language,
    ...(isIdentified ? {} : { meta: { security: [PSEUDONYMISED] } }),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${exportId}` },
    type: 'collection',
    ...(exportedAtIso !== null && { timestamp: exportedAtIso }),
    entry: resources.map((resource) => ({
      fullUrl: `${BASE}/${exportId}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

function childOf({ child }: ReportDocument): Patient {
  return { resourceType: 'Patient', id: 'child', identifier: [{ system: CHILD_SYSTEM, value: child.code }] };
}

function modelOf({ model, language, intendedPurpose }: ReportDocument): Device {
  return {
    resourceType: 'Device',
    id: 'model',
    deviceName: [{ name: model.id, type: 'model-name' }],
    version: [{ value: model.version }],
    type: { text: formatWords(language).exports(($) => $.fhir.model) },
    note: [{ text: intendedPurpose }],
  };
}

function observationsOf(document: ReportDocument): Observation[] {
  const words = formatWords(document.language);
  const time = fhirTime(document);
  const { session, child, statement, isIdentified } = document;
  const status = session.state === 'running' ? ('preliminary' as const) : ('final' as const);
  const base = { resourceType: 'Observation' as const, status, subject: CHILD };
  const whole = { ...base, device: MODEL, effectivePeriod: time.period(0, session.durationMs) };
  const note = [
    { text: statement },
    ...(isIdentified ? [] : [{ text: words.exports(($) => $.fhir.shifted) }]),
    ...(session.notes.trim() === '' ? [] : [{ text: session.notes }]),
  ];
  const age = words.exports(($) => $.fhir.age);
  return [
    { ...whole, id: READINGS, ...probabilities(document, words), note },
    {
      ...whole,
      id: 'shares',
      ...shares(document, words),
      derivedFrom: [{ reference: `Observation/${READINGS}` }],
      note,
    },
    {
      ...base,
      id: 'age',
      code: { coding: [{ system: LOINC, code: '30525-0', display: 'Age' }], text: age },
      effectiveDateTime: time.at(0),
      valueQuantity: years(child.ageYears),
    },
    ...comparisonsOf(document, words).map((each, index) => ({
      ...whole,
      id: `comparison-${index + 1}`,
      ...each,
      note,
    })),
    ...entriesOf(document, words, time).map((each, index) => ({ ...base, id: `note-${index + 1}`, ...each })),
  ];
}

function provenanceOf(document: ReportDocument, observations: readonly Observation[]): Provenance {
  const { exportedBy, exportedAtIso, session } = document;
  return {
    resourceType: 'Provenance',
    id: 'export',
    target: observations.map(({ id }) => ({ reference: `Observation/${id}` })),
    occurredPeriod: fhirTime(document).period(0, session.durationMs),
    recorded: exportedAtIso ?? fhirTime(document).at(session.durationMs),
    agent: [
      {
        type: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'transmitter' },
          ],
        },
        who: { display: exportedBy },
      },
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'performer' }],
        },
        who: MODEL,
      },
    ],
    entity: [{ role: 'source', what: { display: session.id } }],
  };
}
