import { Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../../contract/children.ts';
import type { Model } from '../../../../../contract/models.ts';
import { ageBand } from '../../../../../core/emotion/age.ts';
import type { DistressState } from '../../../../../core/emotion/distress.ts';
import { ageInYears } from '../../../../../core/report/age-in-years.ts';
import { measuredDistress } from '../../../../../core/report/facts/distress-facts.ts';
import classes from './distress-line.module.css';
import { useRateWords } from './use-rate-words.ts';

interface DistressLineProps {
  readonly model: Model;
  readonly child: Pick<Child, 'birthMonth'>;
  readonly startedAtIso: string;
  /** Null while there is no reading. */
  readonly state: DistressState | null;
}

/**
 * Whether distress is likely, whichever kind, under the word and calmer than it; and how often that was wrong of a face at rest, and
 * right, on test images of the child's age. All that was measured stands in its tooltip, also where the window has no room for a line.
 */
export const DistressLine = memo(function DistressLine({ model, child, startedAtIso, state }: DistressLineProps) {
  const { t } = useTranslation('live');
  const { t: common } = useTranslation('common');
  const words = useRateWords();
  if (!model.distress) {
    return (
      <Text size="sm" c="dimmed" ta="center" data-testid="live-distress">
        {t(($) => $.distress.noLimits)}
      </Text>
    );
  }
  // A birth month in the future is a slip in the registry, and no reason to stop a session.
  const thisMonth = startedAtIso.slice(0, 7);
  const band = ageBand(ageInYears(child.birthMonth > thisMonth ? thisMonth : child.birthMonth, startedAtIso));
  const { atAge, onChildren } = measuredDistress(model, band);
  const lines = [
    atAge ? words.atAge(atAge, band) : t(($) => $.distress.neverAtAge, { band }),
    ...(atAge ? [words.others(atAge)] : []),
    ...onChildren.flatMap((each) => [words.anyAge(each), words.others(each)]),
  ].filter((line) => line !== '');
  return (
    <div className={classes.line} title={[t(($) => $.distress.hint), ...lines].join('\n')}>
      <div className={classes.said} data-state={state ?? 'none'} data-testid="live-distress">
        {state ? common(($) => $.distress[state]) : t(($) => $.distress.none)}
      </div>
      <div className={classes.rates} data-testid="live-distress-rates">
        {lines[0]}
      </div>
      <VisuallyHidden>{lines.slice(1).join(' ')}</VisuallyHidden>
    </div>
  );
});
