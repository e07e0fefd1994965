import { Stack, Text, Title } from '@mantine/core';
import IconBuildingHospital from '@tabler/icons-react/icons/IconBuildingHospital';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { BigChoice } from './big-choice.tsx';

/** The two ways to begin. */
export function ChooseStart({ onSetUp }: { readonly onSetUp: () => void }) {
  const openDemo = useAction('site.openDemo');
  return (
    <Stack gap="lg">
      <title>Welcome · Faceward</title>
      <div>
        <Title order={1}>Welcome to Faceward</Title>
        <Text size="lg" c="dimmed">
          Faceward reads a child's facial emotion from a webcam and keeps it as a timeline. Everything stays on this
          machine.
        </Text>
        <NotADiagnosis />
      </div>
      <BigChoice
        icon={<IconBuildingHospital size={36} aria-hidden />}
        title="Set up this site"
        description="For a ward. You choose a name and an administrator's password."
        disabled={openDemo.isPending}
        onChoose={onSetUp}
      />
      <BigChoice
        icon={<IconPlayerPlay size={36} aria-hidden />}
        title="Look around with demo data"
        description="A rendered child on a short clip. No camera, no password; nothing is kept."
        disabled={openDemo.isPending}
        onChoose={() => openDemo.mutate({})}
      />
      {openDemo.isPending && <Text role="status">Preparing the demo…</Text>}
      {openDemo.error && <ErrorNotice error={openDemo.error} title="The demo could not be opened" />}
    </Stack>
  );
}
