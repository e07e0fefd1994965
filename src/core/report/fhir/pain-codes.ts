import type { CodeableConcept } from '@solarahealth/fhir-r4';
import type { FlaccPart } from '../../emotion/observation.ts';
import type { Language } from '../../words/language.ts';
import { LOINC, SNOMED_CT } from './code-systems.ts';

/**
 * Codes of the pain scales.
 *
 * Source: LOINC, panel 38213-5 "FLACC pain assessment panel": its total and its five parts; 57696-7. For Dutch wards the
 * information model (zib) FLACCpainScale 1.1 beside them, as the profiles nl-base-FLACCpainScale and
 * nl-core-FLACCpainScale of Nictiz's R4 package for zib 2020 have it. No profile is claimed: its parts want values of
 * lists that are not in that package.
 */
const ZIB = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.0.1';

const TOTAL = { system: LOINC, code: '38215-0', display: 'Pain severity total [Score] FLACC' };
const ZIB_SCALE = { system: SNOMED_CT, code: '108291000146105' };

const PARTS: Readonly<Record<FlaccPart, { readonly loinc: string; readonly display: string; readonly zib: string }>> = {
  face: { loinc: '38216-8', display: 'Pain severity Face FLACC', zib: '12013003' },
  legs: { loinc: '38217-6', display: 'Pain severity Legs FLACC', zib: '12013004' },
  activity: { loinc: '38218-4', display: 'Pain severity Activity FLACC', zib: '12013005' },
  cry: { loinc: '38219-2', display: 'Pain severity Cry FLACC', zib: '12013006' },
  consolability: { loinc: '38220-0', display: 'Pain severity Consolability FLACC', zib: '12013009' },
};

/** Whether the Dutch information model is spoken. */
export function hasZib(language: Language): boolean {
  return language === 'nl';
}

export function flaccCode(language: Language, text: string): CodeableConcept {
  return { coding: hasZib(language) ? [TOTAL, ZIB_SCALE] : [TOTAL], text };
}

export function flaccPartCode(part: FlaccPart, language: Language, text: string): CodeableConcept {
  const { loinc, display, zib } = PARTS[part];
  const coding = { system: LOINC, code: loinc, display };
  return { coding: hasZib(language) ? [coding, { system: ZIB, code: zib }] : [coding], text };
}

/** Faces Pain Scale - Revised: what the child itself says. */
export function facesCode(text: string): CodeableConcept {
  return { coding: [{ system: LOINC, code: '57696-7', display: 'Pain severity FPS-R' }], text };
}
