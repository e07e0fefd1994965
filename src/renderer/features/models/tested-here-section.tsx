import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useShows } from '../../ui/use-shows.ts';

type LockedBy = NonNullable<NonNullable<NonNullable<Model['comparison']>['again']>['lockedBy']>;

/** A model from elsewhere on the test images of this site, and what can be told of whether it had seen these children. */
export function TestedHereSection({
  lockedBy: { run, shows, test, seen, subjectsUnknown },
}: {
  readonly lockedBy: LockedBy;
}) {
  const { t } = useTranslation('models');
  const shown = useShows();
  return (
    <Section
      title={t(($) => $.testedHere.title)}
      description={t(($) => $.testedHere.description, { run, shows: shown(shows) })}
    >
      {seen > 0 && <Text>{t(($) => $.testedHere.seen, { count: seen })}</Text>}
      <Text>{t(($) => (subjectsUnknown ? $.testedHere.unknown : $.testedHere.known))}</Text>
      <EvaluationView evaluation={test} />
    </Section>
  );
}
