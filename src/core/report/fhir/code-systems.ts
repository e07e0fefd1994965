/** Names of the program's own codes; nothing is served under them. */
export const EMOTION_SYSTEM = 'urn:faceward:emotion';
export const DISTRESS_SYSTEM = 'urn:faceward:distress';
export const MOVEMENT_SYSTEM = 'urn:faceward:movement';
export const GAP_SYSTEM = 'urn:faceward:gap-reason';
export const MARKER_SYSTEM = 'urn:faceward:marker-kind';
export const ANNOTATION_SYSTEM = 'urn:faceward:annotation-label';

export const LOINC = 'http://loinc.org';
export const SNOMED_CT = 'http://snomed.info/sct';

/** Whose values are urn:uuid:... */
export const URI_SYSTEM = 'urn:ietf:rfc:3986';

export function coded(system: string, code: string, text: string) {
  return { coding: [{ system, code, display: text }], text };
}
