import type { EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import { enrolmentBy, type Tap } from '../vision/enrolment-by.ts';
import type { Vision } from '../vision/vision.ts';
import type { EnrolmentProblem } from './live-state.ts';
import { ShownForAWhile } from './shown-for-a-while.ts';

/** How long the screen says why a tap came to nothing. */
const PROBLEM_MS = 4000;

interface ChildChoiceOptions {
  /** Null while it is not there. */
  readonly vision: () => Pick<Vision, 'enrol' | 'forgetChild'> | null;
  /** The session's clock. */
  readonly atMs: () => number;
  /** Puts on the screen why the last attempt came to nothing; null takes it back. */
  readonly put: (problem: EnrolmentProblem | null) => void;
}

/**
 * How staff say who the child is. Once that is known a tap changes nothing: a stray one must not put somebody else in
 * the child's place.
 */
export class ChildChoice {
  readonly #use: ChildChoiceOptions;
  readonly #problem: ShownForAWhile<EnrolmentProblem>;
  /** Somebody is enrolled and it is not in doubt who that is, whether in view or not. */
  #isKnown = false;

  constructor(options: ChildChoiceOptions) {
    this.#use = options;
    this.#problem = new ShownForAWhile(PROBLEM_MS, options.put);
  }

  /** The child is pointed out by a tap, or as the only face in view. */
  enrol(tap: Tap | null): void {
    if (this.#isKnown) this.#problem.show('already-followed', this.#use.atMs());
    else this.#use.vision()?.enrol(enrolmentBy(tap));
  }

  /** The wrong face is followed: from now on nobody is, until the child is pointed out again. */
  chooseAgain(): void {
    this.#isKnown = false;
    this.#use.vision()?.forgetChild();
  }

  /** What came of {@link enrol}. */
  outcome(outcome: EnrolmentOutcome): void {
    if (outcome === 'enrolled') this.#problem.hide();
    else this.#problem.show(outcome, this.#use.atMs());
  }

  /** Takes from a frame whether the child is known. */
  result({ isEnrolled, reason }: Pick<FrameResult, 'isEnrolled' | 'reason'>): void {
    this.#isKnown = isEnrolled && reason !== 'unsure-who';
  }

  /** Takes back what has been shown for long enough. To be called several times a second. */
  tick(): void {
    this.#problem.tick(this.#use.atMs());
  }
}
