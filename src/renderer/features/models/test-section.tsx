import { Text } from '@mantine/core';
import type { ModelTest } from '../../../contract/models.ts';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { Section } from '../../ui/section.tsx';

/** The test on one dataset's children: what they are, how often they were looked at, and every figure. */
export function TestSection({ test }: { readonly test: ModelTest }) {
  const { dataset, shows, realChildren, lookCount, evaluation } = test;
  return (
    <Section
      title={`On ${shows}`}
      description={`Dataset ${dataset}: ${realChildren ? 'real children' : 'no real children'}.`}
    >
      {lookCount !== null && (
        <Text>
          Look no. {lookCount} at this test set where the model was made: with every look it is likelier that a choice
          fits these images by chance.
        </Text>
      )}
      <EvaluationView evaluation={evaluation} of={dataset} />
    </Section>
  );
}
