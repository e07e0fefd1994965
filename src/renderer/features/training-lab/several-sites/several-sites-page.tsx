import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../contract/role.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useCall } from '../../../client/use-call.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { JoinSection } from './join-section.tsx';
import { OwnPart } from './own-part.tsx';
import { RoundTable } from './round-table.tsx';

/** What this site gives to a model that several sites train, and what an administrator says may leave. */
export function SeveralSitesPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('federation');
  const state = useCall('federation.state', {});
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <LabNavigation />
      <Section title={t(($) => $.state.title)}>
        <Loaded query={state} what={t(($) => $.what)}>
          {(found) => <OwnPart state={found} mayLeave={mayCall(role, 'federation.leave')} />}
        </Loaded>
      </Section>
      {mayCall(role, 'federation.join') && <JoinSection />}
      <Section title={t(($) => $.rounds.title)}>
        <Loaded query={state} what={t(($) => $.what)}>
          {({ rounds }) => <RoundTable rounds={rounds} />}
        </Loaded>
      </Section>
    </Stack>
  );
}
