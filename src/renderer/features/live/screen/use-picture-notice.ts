import { useTranslation } from 'react-i18next';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Shown } from '../readout/held-word.ts';
import type { LiveState } from '../session/live-state.ts';

/** Shown under the camera's picture: what to do, or why there is no picture; null when there is nothing to say. */
export function usePictureNotice(state: LiveState): string | null {
  const { t } = useTranslation('live');
  const { phase, isEnrolled, facesInView, enrolmentProblem, displayed, isDemoClip, coach, cameraProblem } = state;
  // The warning above the picture says it.
  if (cameraProblem) return null;
  if (phase === 'paused') return t(($) => $.camera.paused);
  if (isGap(displayed, 'picture-still')) return t(($) => $.coach['check-camera']);
  if (enrolmentProblem === 'no-face-there') return t(($) => $.camera.noFaceThere);
  if (enrolmentProblem === 'unclear') return t(($) => $.camera.unclear);
  if (enrolmentProblem === 'already-followed') return t(($) => $.camera.alreadyFollowed);
  if (!isEnrolled) {
    if (isDemoClip) return t(($) => $.camera.clipWaiting);
    if (facesInView > 1) return t(($) => $.camera.tapChild);
    if (coach === 'ready') return t(($) => $.camera.tapOrEnter);
    return coach ? t(($) => $.coach[coach]) : t(($) => $.camera.turn);
  }
  if (isGap(displayed, 'unsure-who')) return t(($) => $.camera.whoIsIt);
  return isDemoClip ? t(($) => $.camera.clipChosen) : null;
}

function isGap({ word }: Shown, reason: GapReason): boolean {
  return word.kind === 'gap' && word.reason === reason;
}
