import type { Observation } from '@solarahealth/fhir-r4';

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';

/**
 * What an Observation is filed under: "survey" is an assessment tool, "exam" what somebody, or a device, saw of the child,
 * "procedure" what was done, "social-history" what is so without being observed.
 *
 * Source: HL7, code system observation-category.
 */
export function ofKind(code: 'exam' | 'procedure' | 'social-history' | 'survey'): Pick<Observation, 'category'> {
  return { category: [{ coding: [{ system: SYSTEM, code }] }] };
}
