import { Box, Button, Grid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Model } from '../../../contract/models.ts';
import type { Role } from '../../../contract/role.ts';
import { mayCall } from '../../client/may-call.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportButton } from './exchange/import-button.tsx';
import { ModelFaults } from './model-faults.tsx';
import { ModelLink } from './model-link.tsx';
import { ModelView } from './model-view.tsx';

const GROUPS = ['approved', 'candidate', 'retired', 'rejected'] as const satisfies readonly Model['state'][];

/** Models by their state, and one of them with its card. */
export function ModelsPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('models');
  const { modelId } = useParams();
  const models = useCall('models.list', {});
  const [showsRejected, setShowsRejected] = useState(false);
  return (
    <>
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <ModelFaults />
      <Loaded query={models} what={t(($) => $.what)}>
        {(list) => {
          if (list.length === 0) return <EmptyState title={t(($) => $.none)}>{t(($) => $.noneHelp)}</EmptyState>;
          const shown =
            list.find(({ id }) => id === modelId) ?? list.find(({ state }) => state === 'approved') ?? list[0];
          const rejected = list.filter(({ state }) => state === 'rejected');
          const listsRejected = showsRejected || shown?.state === 'rejected';
          return (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 3 }}>
                <Stack component="nav" aria-label={t(($) => $.title)} gap="md">
                  {GROUPS.filter((state) => state !== 'rejected' || (listsRejected && rejected.length > 0)).map(
                    (state) => (
                      <Stack key={state} gap={4}>
                        <Title order={2} size="h4">
                          {t(($) => $.group[state])}
                        </Title>
                        {list.some((model) => model.state === state) || (
                          <Text c="dimmed">{t(($) => $.noneInGroup)}</Text>
                        )}
                        {list
                          .filter((model) => model.state === state)
                          .map((model) => (
                            <ModelLink key={model.id} model={model} shown={model.id === shown?.id} />
                          ))}
                      </Stack>
                    ),
                  )}
                  {rejected.length > 0 && !listsRejected && (
                    <Button variant="default" onClick={() => setShowsRejected(true)}>
                      {t(($) => $.showRejected, { count: rejected.length })}
                    </Button>
                  )}
                </Stack>
                {mayCall(role, 'modelExchange.import') && (
                  <Box mt="md">
                    <ImportButton />
                  </Box>
                )}
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 9 }}>
                {shown && <ModelView key={shown.id} model={shown} role={role} />}
              </Grid.Col>
            </Grid>
          );
        }}
      </Loaded>
    </>
  );
}
