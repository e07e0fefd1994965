import type { Observation } from '@solarahealth/fhir-r4';
import { DISTRESS_STATES } from '../../emotion/distress.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { heldStretches } from '../distress/sample-states.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { coded, DISTRESS_SYSTEM } from './code-systems.ts';
import type { FhirTime } from './fhir-time.ts';
import { milliseconds, ratio } from './sampled-data.ts';

interface Said {
  /** Of what, the same in every language. */
  readonly name: readonly string[];
  readonly observation: Pick<Observation, 'code' | 'component' | 'note'> &
    Partial<Pick<Observation, 'effectivePeriod' | 'valueCodeableConcept'>>;
}

/**
 * What was said of distress: for how long which of the three, with the model's limits and what is known of how often it is
 * right; and each stretch in which it was likely. The codes are the program's own. Empty where the model says nothing of it.
 */
export function distressOf(document: ReportDocument, words: FormatWords, time: FhirTime): Said[] {
  const { distress } = document.summary;
  if (!distress) return [];
  const { exports, common } = words;
  const word = (state: (typeof DISTRESS_STATES)[number]) => common(($) => $.distress[state]);
  const times = { likely: distress.likelyMs, 'not-seen': distress.notSeenMs, 'not-sure': distress.notSureMs };
  const course: Said = {
    name: ['distress'],
    observation: {
      code: coded(
        DISTRESS_SYSTEM,
        'course',
        exports(($) => $.fhir.distress),
      ),
      component: [
        ...DISTRESS_STATES.map((state) => ({
          code: coded(DISTRESS_SYSTEM, state, word(state)),
          valueQuantity: milliseconds(times[state]),
        })),
        {
          code: coded(
            DISTRESS_SYSTEM,
            'at-least',
            exports(($) => $.bids.distressAtLeast),
          ),
          valueQuantity: ratio(distress.atLeast),
        },
        {
          code: coded(
            DISTRESS_SYSTEM,
            'below',
            exports(($) => $.bids.distressBelow),
          ),
          valueQuantity: ratio(distress.below),
        },
      ],
      note: distressInWords(document, words).map((text) => ({ text })),
    },
  };
  const stretches = heldStretches(document)
    .filter(({ state }) => state === 'likely')
    .map(({ state, fromMs, toMs, meanDistress }): Said => {
      const text = word(state);
      return {
        name: ['distress', String(fromMs), String(toMs)],
        observation: {
          code: coded(
            DISTRESS_SYSTEM,
            'stretch',
            exports(($) => $.fhir.distressStretch),
          ),
          effectivePeriod: time.period(fromMs, toMs),
          valueCodeableConcept: coded(DISTRESS_SYSTEM, state, text),
          component: [
            {
              code: coded(
                DISTRESS_SYSTEM,
                'mean-sum',
                exports(($) => $.fhir.distressMean),
              ),
              valueQuantity: ratio(meanDistress),
            },
          ],
        },
      };
    });
  return [course, ...stretches];
}
