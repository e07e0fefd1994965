import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Run } from '../../../contract/training.ts';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Makes a candidate of a finished run. An administrator decides whether it is used. */
export function ProposeSection({ run }: { readonly run: Run }) {
  const propose = useAction('models.propose');
  return (
    <Section title="Propose" description="A proposed model is used only after an administrator has approved it.">
      {run.modelId ? (
        <Text>
          Proposed as{' '}
          <Anchor component={Link} to={`/models/${encodeURIComponent(run.modelId)}`} underline="always">
            {run.modelId}
          </Anchor>
          .
        </Text>
      ) : (
        <Group>
          <Button loading={propose.isPending} onClick={() => propose.mutate({ runId: run.id })}>
            Propose this model
          </Button>
        </Group>
      )}
      {propose.error && <ErrorNotice error={propose.error} title="The model was not proposed" />}
    </Section>
  );
}
