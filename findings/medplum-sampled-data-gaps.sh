#!/usr/bin/env bash
# Medplum and FHIR's SampledData: a reading a second, "E" (no valid value) where a face was turned away.
#
# Guess: the seconds with "E" give no Observation, or one with a dataAbsentReason; a mean over the series leaves them out; a
#        summary that is made of it holds "E" again, and the series' period.
# Seen:  @medplum/core 4.5.2: expandSampledObservation gives each of them a final Observation whose quantity has the value NaN,
#        which leaves as null; by summarizeObservations the mean of the whole session is NaN, null when it is sent; the
#        summary's data are "0.1 0.2 NaN NaN 0.9", which FHIR has no word for, and its period is 0. "U" and "L", which say above
#        and below what can be measured, become NaN as well.
# Who meets it: who takes a session's readings apart by Medplum's own functions for a chart or a summary: one second without a
#        face takes the whole mean away. Leave out what is not a number before anything is summed, and write "E" again.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts @medplum/core@4.5.2

cat > try.js <<'JS'
import { expandSampledData, expandSampledObservation, summarizeObservations } from '@medplum/core';

const series = { origin: { value: 0, unit: '1' }, period: 1000, dimensions: 1, data: '0.1 0.2 E E 0.9' };
const observation = {
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'probability of sadness' },
  effectiveDateTime: '2026-03-05T11:00:00.000Z',
  valueSampledData: series,
};
const mean = (values) => ({ value: values.reduce((sum, each) => sum + each, 0) / values.length });
const asSent = (value) => JSON.parse(JSON.stringify(value));

const taken = asSent(expandSampledObservation(observation));
const summary = asSent(summarizeObservations([observation], { text: 'mean' }, mean));
const seen = {
  observations: taken.map(({ status, valueQuantity }) => `${status} ${valueQuantity?.value}`),
  mean: summary.valueQuantity.value,
  data: summary.component[0].valueSampledData.data,
  period: summary.component[0].valueSampledData.period,
  limits: asSent(expandSampledData({ ...series, data: 'L 0.5 U' })),
};
const recorded = {
  observations: ['final 0.1', 'final 0.2', 'final null', 'final null', 'final 0.9'],
  mean: null,
  data: '0.1 0.2 NaN NaN 0.9',
  period: 0,
  limits: [null, 0.5, null],
};
console.log('version  @medplum/core 4.5.2');
console.log('expected three observations, the mean 0.4, "0.1 0.2 E E 0.9" with a period of 1000');
console.log('seen    ', JSON.stringify(seen));
process.exit(JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1);
JS
node try.js
