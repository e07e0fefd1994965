import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';

/** What the camera coach says, one thing at a time. */
export type Instruction =
  | 'check-camera'
  | 'turn-camera'
  | 'one-face'
  | 'move-closer'
  | 'look-here'
  | 'less-light-behind'
  | 'more-light'
  | 'less-light'
  | 'uncover'
  | 'hold-still'
  | 'ready';

/** From this mean grey level on, what surrounds a dark face is light shining into the camera. */
const BRIGHT_AROUND = 0.55;

/**
 * What to do first about the camera, where it stands, and the light. A picture that stands still tells nothing; distance comes before angle and angle before
 * light, because each is judged on a face that the one before has brought into view; sharpness comes last.
 */
export function instructionFor({
  faces,
  onlyFace,
  reason,
}: Pick<FrameResult, 'faces' | 'onlyFace' | 'reason'>): Instruction {
  if (reason === 'picture-still') return 'check-camera';
  if (faces.length > 1) return 'one-face';
  if (!onlyFace) return against(reason);
  if (onlyFace.reason === 'too-dark' && onlyFace.brightnessAround > BRIGHT_AROUND) return 'less-light-behind';
  return onlyFace.reason === null ? 'ready' : against(onlyFace.reason);
}

function against(reason: GapReason | null): Instruction {
  return (reason && INSTRUCTIONS[reason]) ?? 'turn-camera';
}

const INSTRUCTIONS: Readonly<Partial<Record<GapReason, Instruction>>> = {
  'too-far': 'move-closer',
  'turned-away': 'look-here',
  'too-dark': 'more-light',
  'too-bright': 'less-light',
  covered: 'uncover',
  blurred: 'hold-still',
};
