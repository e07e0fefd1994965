import { type AgeBandName, ageBand } from '../../../../core/emotion/age.ts';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { ageInYears } from '../../../../core/report/age-in-years.ts';
import { type ClassFact, type ModelFacts, reportModel } from '../../../../core/report/facts/model-facts.ts';

/** How often a model was right on test images that show one emotion. */
export interface Recall {
  readonly right: number;
  /** Images that show the emotion. */
  readonly images: number;
  /** What the images were, in the words of the model's card. */
  readonly shows: string;
}

export interface MeasuredRecall {
  /** The child's. */
  readonly band: AgeBandName;
  /** On images of that age; null when none of them shows the emotion. */
  readonly atAge: Recall | null;
  /** On photographs of children, whose age is not known; null when none of them shows the emotion. */
  readonly onChildren: Recall | null;
}

/**
 * How often the model is right about this emotion on a child of this age, shown beside the word. The report gives the
 * same figures.
 *
 * @param birthMonth yyyy-mm
 * @param atIso The moment of the session.
 */
export function measuredRecall(
  model: ModelFacts,
  emotion: Emotion,
  { birthMonth, atIso }: { readonly birthMonth: string; readonly atIso: string },
): MeasuredRecall {
  // A birth month in the future is a slip in the registry, and no reason to stop a session.
  const thisMonth = atIso.slice(0, 7);
  const band = ageBand(ageInYears(birthMonth > thisMonth ? thisMonth : birthMonth, atIso));
  const { atThisAge, onChildren } = reportModel(model, band);
  return {
    band,
    atAge: atThisAge && recallIn(atThisAge, emotion),
    onChildren: onChildren.map((test) => recallIn(test, emotion)).find((found) => found !== null) ?? null,
  };
}

function recallIn(
  { perClass, shows }: { readonly perClass: readonly ClassFact[]; readonly shows: string },
  emotion: Emotion,
): Recall | null {
  const found = perClass.find((each) => each.emotion === emotion);
  if (!found?.recall || found.images === 0) return null;
  return { right: Math.round(found.recall.value * found.images), images: found.images, shows };
}
