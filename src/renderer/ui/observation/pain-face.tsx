import type { FacesScore } from '../../../core/emotion/observation.ts';

interface PainFaceProps {
  readonly score: FacesScore;
  readonly sizePx: number | string;
}

/**
 * One of six faces from calm to much pain, drawn by numbers for this program. The calm end is no smile and the other
 * one has no tears: they are about hurting, not about being happy or crying.
 */
export function PainFace({ score, sizePx }: PainFaceProps) {
  const pain = score / 10; // 0 to 1
  const eyeOpenPx = 5 * (1 - pain) + 0.6;
  // Raised in the middle: lowered there, they would look angry.
  const browInnerY = 33 - 4 * pain;
  const browOuterY = 33 + 4 * pain;
  const mouthY = 70 + 3 * pain;
  const mouthArchPx = 15 * pain; // corners down
  const mouthOpenPx = Math.max(0, pain - 0.5) * 22;
  return (
    <svg viewBox="0 0 100 100" width={sizePx} height={sizePx} aria-hidden="true">
      <circle cx="50" cy="50" r="46" fill="#fff4d6" stroke="#3b3a36" strokeWidth="2.5" />
      <g fill="#3b3a36">
        <ellipse cx="34" cy="46" rx="4.2" ry={eyeOpenPx} />
        <ellipse cx="66" cy="46" rx="4.2" ry={eyeOpenPx} />
      </g>
      <g fill="none" stroke="#3b3a36" strokeWidth="3" strokeLinecap="round">
        <path d={`M25 ${browOuterY} L42 ${browInnerY}`} />
        <path d={`M75 ${browOuterY} L58 ${browInnerY}`} />
        {/* Creases beside the nose and squeezed lids come with strong pain. */}
        {pain >= 0.6 && <path d="M44 56 q-4 3 -5 8 M56 56 q4 3 5 8" strokeWidth="2" />}
        {pain >= 0.8 && <path d="M27 51 q7 4 14 0 M59 51 q7 4 14 0" strokeWidth="2" />}
        <path
          d={
            mouthOpenPx > 0
              ? `M33 ${mouthY + 4} Q50 ${mouthY - mouthArchPx} 67 ${mouthY + 4} Q50 ${mouthY + mouthOpenPx - 2} 33 ${mouthY + 4} Z`
              : `M34 ${mouthY} Q50 ${mouthY - mouthArchPx} 66 ${mouthY}`
          }
          fill={mouthOpenPx > 0 ? '#3b3a36' : 'none'}
          strokeLinejoin="round"
        />
      </g>
    </svg>
  );
}
