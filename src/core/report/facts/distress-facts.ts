import type { AgeBandName } from '../../emotion/age.ts';
import type { FigureFact } from './figure-fact.ts';

/** What a model's limits of distress did on some test images. */
export interface DistressRateFacts {
  readonly negativeImages: number;
  readonly negativeSubjects: number;
  readonly otherImages: number;
  readonly otherSubjects: number;
  readonly neutralImages: number;
  readonly neutralSubjects: number;
  /** Share of the negative images called "likely", and "not seen"; null without such an image. */
  readonly hit: FigureFact | null;
  readonly missed: FigureFact | null;
  /** Share called "likely" of the neutral images, which a child at rest shows most, and of all that are not negative. */
  readonly falseAlarmNeutral: FigureFact | null;
  readonly falseAlarm: FigureFact | null;
}

/** The same with what the images were, in words. */
export interface DistressFacts extends DistressRateFacts {
  readonly shows: string;
  readonly realChildren: boolean;
}

/** Of a model's tests, as its card has them, what says something of distress. */
export interface DistressTests {
  readonly tests: readonly {
    readonly shows: string;
    readonly realChildren: boolean;
    readonly evaluation: {
      readonly distress: DistressRateFacts | null;
      readonly byAgeBand: readonly { readonly band: string; readonly distress: DistressRateFacts | null }[];
    };
  }[];
}

export interface MeasuredDistress {
  /** On images of that age, of real children before rendered ones; null where none is of that age. */
  readonly atAge: DistressFacts | null;
  /** On images of real children of any age, each kind by itself. */
  readonly onChildren: readonly DistressFacts[];
}

/** How often "distress likely" was right and wrong: what live screen and report say beside it. */
export function measuredDistress({ tests }: DistressTests, band: AgeBandName): MeasuredDistress {
  const real = tests.filter(({ realChildren }) => realChildren);
  const all = [...real, ...tests.filter(({ realChildren }) => !realChildren)];
  const [atAge = null] = all.flatMap(({ evaluation, ...kind }) => {
    const rates = evaluation.byAgeBand.find((each) => each.band === band)?.distress;
    return rates ? [facts(kind, rates)] : [];
  });
  return {
    atAge,
    onChildren: real.flatMap(({ evaluation: { distress }, ...kind }) => (distress ? [facts(kind, distress)] : [])),
  };
}

/** Only what is said of them, whatever else the caller's objects hold. */
function facts(
  { shows, realChildren }: Pick<DistressFacts, 'shows' | 'realChildren'>,
  rates: DistressRateFacts,
): DistressFacts {
  const { negativeImages, negativeSubjects, otherImages, otherSubjects, neutralImages, neutralSubjects } = rates;
  return {
    shows,
    realChildren,
    negativeImages,
    negativeSubjects,
    otherImages,
    otherSubjects,
    neutralImages,
    neutralSubjects,
    hit: figure(rates.hit),
    missed: figure(rates.missed),
    falseAlarmNeutral: figure(rates.falseAlarmNeutral),
    falseAlarm: figure(rates.falseAlarm),
  };
}

function figure(found: FigureFact | null): FigureFact | null {
  return found && { value: found.value, low: found.low, high: found.high };
}
