import type { Bundle, Device, Observation, Patient, Provenance, Reference } from '@solarahealth/fhir-r4';
import { planSentences } from '../facts/plan-in-words.ts';
import { formatWords } from '../format-words.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { ofKind } from './category.ts';
import { LOINC, URI_SYSTEM } from './code-systems.ts';
import { comparisonsOf } from './comparisons.ts';
import { distressOf } from './distress.ts';
import { entriesOf } from './entries.ts';
import { fhirTime } from './fhir-time.ts';
import { type Identity, identityOf } from './identity.ts';
import { movements, probabilities, shares } from './readings.ts';
import { years } from './sampled-data.ts';

/** Marks a bundle as pseudonymised. HL7 v3 ObservationValue, SECINTOBV. */
const PSEUDONYMISED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'PSEUDED' };

const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

type Resource = (Patient | Device | Observation | Provenance) & { readonly id: string };

/** `collection` is to be read and kept; `transaction` is to be sent to a server, which takes each thing once. */
export type BundleForm = 'collection' | 'transaction';

/**
 * The session as a FHIR R4 Bundle: the child, the model as a Device, the readings as Observations with SampledData of one
 * value a second (E where there was none), what was said of distress, what staff added as Observations of their own, and a Provenance that says who
 * exported it.
 *
 * Source: HL7 FHIR R4 (4.0.1), Bundle, Observation, SampledData, Device, Provenance; "conditional create" for the
 * transaction. Single readings are in CSV, JSON and BIDS. In a de-identified file all dates count from 1970, since
 * Provenance requires one; a note in each reading says so.
 *
 * @param samples From which the movements of each second are told; null leaves them out.
 * @returns JSON, ending with a newline; the same for the same document.
 */
export function reportToFhir(
  document: ReportDocument,
  form: BundleForm = 'collection',
  samples: ReportSamples | null = null,
): string {
  const text = (_: string, value: unknown) => (typeof value === 'string' ? printable(value) : value);
  return `${JSON.stringify(bundleOf(document, form, samples), text)}\n`;
}

function bundleOf(document: ReportDocument, form: BundleForm, samples: ReportSamples | null): Bundle {
  const { exportId, isIdentified, exportedAtIso, language } = document;
  const identity = identityOf(document);
  const observations = observationsOf(document, identity, samples);
  const resources: Resource[] = [
    childOf(document, identity),
    modelOf(document, identity),
    ...observations,
    provenanceOf(document, identity, observations),
  ];
  return {
    resourceType: 'Bundle',
    id: exportId,
    language,
    ...(isIdentified ? {} : { meta: { security: [PSEUDONYMISED] } }),
    identifier: { system: URI_SYSTEM, value: `urn:uuid:${exportId}` },
    type: form,
    ...(exportedAtIso !== null && { timestamp: exportedAtIso }),
    entry: resources.map((resource) => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
      ...(form === 'transaction' && { request: createOnce(resource) }),
    })),
  };
}

/** A server creates what it does not know by its identifier yet; each export has a Provenance of its own. */
function createOnce(resource: Resource) {
  const [identifier] = resource.resourceType === 'Provenance' ? [] : (resource.identifier ?? []);
  const known =
    identifier && `${encodeURIComponent(identifier.system ?? '')}|${encodeURIComponent(identifier.value ?? '')}`;
  return {
    method: 'POST' as const,
    url: resource.resourceType,
    ...(known && { ifNoneExist: `identifier=${known}` }),
  };
}

function childOf({ child }: ReportDocument, identity: Identity): Patient & { id: string } {
  return {
    resourceType: 'Patient',
    id: identity.child,
    identifier: [{ system: identity.childSystem, value: child.code }],
  };
}

function modelOf({ model, language, intendedPurpose }: ReportDocument, identity: Identity): Device & { id: string } {
  return {
    resourceType: 'Device',
    id: identity.model,
    ...identified(identity.model),
    deviceName: [{ name: model.id, type: 'model-name' }],
    version: [{ value: model.version }],
    type: { text: formatWords(language).exports(($) => $.fhir.model) },
    note: [{ text: intendedPurpose }],
  };
}

function observationsOf(
  document: ReportDocument,
  identity: Identity,
  samples: ReportSamples | null,
): (Observation & { id: string })[] {
  const words = formatWords(document.language);
  const time = fhirTime(document);
  const { session, child, model, statement, isIdentified } = document;
  const status = session.state === 'running' ? ('preliminary' as const) : ('final' as const);
  const subject = refer(identity.child);
  const whole = {
    ...ofKind('exam'),
    effectivePeriod: time.period(0, session.durationMs),
    // R4 allows no Device here, only its name; the reference stands in `device`.
    performer: [{ display: `${model.id} ${model.version}` }],
    device: refer(identity.model),
  };
  const note = [
    { text: statement },
    ...(isIdentified ? [] : [{ text: words.exports(($) => $.fhir.shifted) }]),
    ...planSentences(document, words).map((text) => ({ text })),
    ...(session.notes.trim() === '' ? [] : [{ text: session.notes }]),
  ];
  const inSession = <T>(id: string, what: T) => ({
    resourceType: 'Observation' as const,
    id,
    ...identified(id),
    status,
    subject,
    ...what,
  });
  const readings = identity.of('readings');
  const moved = samples && movements(document, samples, words);
  return [
    inSession(readings, { ...whole, ...probabilities(document, words), note }),
    inSession(identity.of('shares'), {
      ...whole,
      ...shares(document, words),
      derivedFrom: [refer(readings)],
      note,
    }),
    ...distressOf(document, words, time).map(({ name, observation }) =>
      inSession(identity.of(...name), {
        ...whole,
        derivedFrom: [refer(readings)],
        ...observation,
        note: [...note, ...(observation.note ?? [])],
      }),
    ),
    ...(moved ? [inSession(identity.of('movements'), { ...whole, ...moved, note })] : []),
    inSession(identity.of('age'), {
      ...ofKind('social-history'),
      code: { coding: [{ system: LOINC, code: '30525-0', display: 'Age' }], text: words.exports(($) => $.fhir.age) },
      effectiveDateTime: time.at(0),
      performer: [{ display: session.startedBy }],
      valueQuantity: years(child.ageYears),
    }),
    ...comparisonsOf(document, words).map(({ name, comparison }) =>
      inSession(identity.of('comparison', ...name), { ...whole, ...comparison, note }),
    ),
    ...entriesOf(document, words, time, subject).map(({ said, entry }, index, all) => {
      // What people added has no name of its own: it is known by all it says, and two alike by their order.
      const content = JSON.stringify(said);
      const alike = all.slice(0, index).filter((other) => JSON.stringify(other.said) === content).length;
      return inSession(identity.of('entry', content, String(alike)), entry);
    }),
  ];
}

function provenanceOf(
  document: ReportDocument,
  identity: Identity,
  observations: readonly { readonly id: string }[],
): Provenance & { id: string } {
  const { exportedBy, exportedAtIso, exportId, session } = document;
  return {
    resourceType: 'Provenance',
    id: identity.of('export', exportId),
    target: observations.map(({ id }) => refer(id)),
    occurredPeriod: fhirTime(document).period(0, session.durationMs),
    recorded: exportedAtIso ?? fhirTime(document).at(session.durationMs),
    agent: [
      { type: { coding: [{ system: PARTICIPANT, code: 'author' }] }, who: { display: exportedBy } },
      { type: { coding: [{ system: PARTICIPANT, code: 'performer' }] }, who: refer(identity.model) },
    ],
    entity: [{ role: 'source', what: { display: session.id } }],
  };
}

function identified(id: string) {
  return { identifier: [{ system: URI_SYSTEM, value: `urn:uuid:${id}` }] };
}

function refer(id: string): Reference {
  return { reference: `urn:uuid:${id}` };
}
