import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../contract/sessions.ts';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { changeFromBaseline, clearestGain } from '../../../../core/inference/personal-baseline.ts';
import { useCall } from '../../../client/use-call.ts';
import { useLocale } from '../../../ui/language.tsx';

interface BaselineLineProps {
  readonly session: Session;
  /** Smoothed, in the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  /** Emotions that the model was validated for on children; null when there is no model. */
  readonly validated: readonly Emotion[] | null;
}

/**
 * How the reading differs from the child's usual face, beside the plain reading and never in its place. Shows nothing
 * unless a baseline of this child and this model is switched on.
 */
export function BaselineLine({ session, probabilities, validated }: BaselineLineProps) {
  const { t } = useTranslation('entries');
  const { t: live } = useTranslation('live');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const baselines = useCall('baselines.list', { childId: session.childId });
  const active = baselines.data?.find((each) => each.isActive && each.modelId === session.modelId);
  if (!active) return null;
  const gain = probabilities && clearestGain(changeFromBaseline(probabilities, active.probabilities));
  const nameOf = (emotion: Emotion) => {
    const name = common(($) => $.emotion[emotion]).toLocaleLowerCase(locale);
    return validated?.includes(emotion) ? name : live(($) => $.reading.unvalidated, { emotion: name });
  };
  const change = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'always' });
  return (
    <Text size="sm" ta="center" mih="1.6em" data-testid="baseline-line">
      {gain &&
        t(($) => $.baseline.line, {
          changes: t(($) => $.baseline.more, {
            emotion: nameOf(gain.emotion),
            change: change.format(gain.change),
          }),
        })}
      {probabilities && !gain && t(($) => $.baseline.same)}
    </Text>
  );
}
