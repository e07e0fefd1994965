import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconMoodAngry from '@tabler/icons-react/icons/IconMoodAngry';
import IconMoodNervous from '@tabler/icons-react/icons/IconMoodNervous';
import IconMoodNeutral from '@tabler/icons-react/icons/IconMoodNeutral';
import IconMoodSad from '@tabler/icons-react/icons/IconMoodSad';
import IconMoodSick from '@tabler/icons-react/icons/IconMoodSick';
import IconMoodSmile from '@tabler/icons-react/icons/IconMoodSmile';
import IconMoodSurprised from '@tabler/icons-react/icons/IconMoodSurprised';
import IconQuestionMark from '@tabler/icons-react/icons/IconQuestionMark';
import type { Emotion } from '../../core/emotion/emotion.ts';

const ICONS: Readonly<Record<Emotion, typeof IconEyeOff>> = {
  anger: IconMoodAngry,
  disgust: IconMoodSick,
  fear: IconMoodNervous,
  happiness: IconMoodSmile,
  sadness: IconMoodSad,
  surprise: IconMoodSurprised,
  neutral: IconMoodNeutral,
};

interface EmotionPictogramProps {
  /** Null is "not sure"; `none` is no reading at all. */
  readonly of: Emotion | null | 'none';
  /** CSS width and height. */
  readonly size: string;
}

/** Tells readings apart where colours cannot be: in the dark, from afar, by the colour-blind. The word stands beside it. */
export function EmotionPictogram({ of, size }: EmotionPictogramProps) {
  const Icon = of === 'none' ? IconEyeOff : of === null ? IconQuestionMark : ICONS[of];
  return <Icon aria-hidden data-pictogram={of ?? 'not-sure'} style={{ width: size, height: size, flex: 'none' }} />;
}
