import { Grid, Stack, Text, Title } from '@mantine/core';
import { useParams } from 'react-router';
import type { Model } from '../../../contract/models.ts';
import type { Role } from '../../../contract/role.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ModelLink } from './model-link.tsx';
import { ModelView } from './model-view.tsx';

const GROUPS = [
  { state: 'approved', title: 'In use' },
  { state: 'candidate', title: 'Candidates' },
  { state: 'retired', title: 'Retired' },
] as const satisfies readonly { state: Model['state']; title: string }[];

/** Models by where they are in their life, and one of them with its card. */
export function ModelsPage({ role }: { readonly role: Role }) {
  const { modelId } = useParams();
  const models = useCall('models.list', {});
  return (
    <>
      <PageHeader
        title="Models"
        description="The next session uses the model that is in use. Every reading names its model."
      />
      <Loaded query={models} what="the models">
        {(list) => {
          if (list.length === 0)
            return <EmptyState title="No model">No model is installed. A session needs one.</EmptyState>;
          const shown =
            list.find(({ id }) => id === modelId) ?? list.find(({ state }) => state === 'approved') ?? list[0];
          return (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 4, xl: 3 }}>
                <Stack component="nav" aria-label="Models" gap="md">
                  {GROUPS.map(({ state, title }) => (
                    <Stack key={state} gap={4}>
                      <Title order={2} size="h4">
                        {title}
                      </Title>
                      {list.some((model) => model.state === state) || <Text c="dimmed">None</Text>}
                      {list
                        .filter((model) => model.state === state)
                        .map((model) => (
                          <ModelLink key={model.id} model={model} shown={model.id === shown?.id} />
                        ))}
                    </Stack>
                  ))}
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 8, xl: 9 }}>
                {shown && <ModelView key={shown.id} model={shown} role={role} />}
              </Grid.Col>
            </Grid>
          );
        }}
      </Loaded>
    </>
  );
}
