import { ENOUGH_TEST_IMAGES } from '../../dataset/enough-images.ts';
import type { Emotion } from '../../emotion/emotion.ts';
import type { Evaluation } from '../evaluation-schema.ts';

/** A test, as far as the rule looks at it. */
interface TestOfKind {
  readonly realChildren: boolean;
  readonly evaluation: Pick<Evaluation, 'images' | 'classes' | 'confusion' | 'perClass'>;
}

/**
 * The emotions that a model is shown to tell on real children: only these may be the large word, or a number without
 * hatching.
 *
 * The rule: at least ten test images of real children show the emotion, and the lower bound of its recall is above the share
 * of all those images that the model gives its name to. A model that called every tenth face afraid, whichever it is, would
 * find a tenth of those who are: that is no sign that it sees fear. Of several tests one is enough.
 */
export function shownOnChildren(tests: readonly TestOfKind[], classes: readonly Emotion[]): Emotion[] {
  const shown = new Set(
    tests
      .filter(({ realChildren }) => realChildren)
      .flatMap(({ evaluation }) =>
        evaluation.perClass.filter(
          ({ emotion, images, recall }) =>
            images >= ENOUGH_TEST_IMAGES && recall !== null && recall.low > shareNamed(evaluation, emotion),
        ),
      )
      .map(({ emotion }) => emotion),
  );
  return classes.filter((each) => shown.has(each));
}

function shareNamed({ images, classes, confusion }: TestOfKind['evaluation'], emotion: Emotion): number {
  const column = classes.indexOf(emotion);
  return confusion.reduce((sum, row) => sum + row[column]!, 0) / images;
}
