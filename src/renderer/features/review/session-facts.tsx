import { Group, Text } from '@mantine/core';
import type { Session } from '../../../contract/sessions.ts';
import { useCall } from '../../client/use-call.ts';
import { Notice } from '../../ui/notice.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';
import { SOURCE_WORDS, STATE_WORDS } from './session-words.ts';

/** What a reader must know of a session before its figures: which model, which camera, how it ended. */
export function SessionFacts({ session }: { readonly session: Session }) {
  const models = useCall('models.list', {});
  const model = models.data?.find(({ id }) => id === session.modelId);
  return (
    <>
      {session.state === 'recovered' && (
        <Notice kind="warning" title="Recovered">
          The program ended while this session ran. Everything up to its last second was kept.
        </Notice>
      )}
      <Group gap="lg">
        <Text style={{ overflowWrap: 'anywhere' }}>
          Model {session.modelId}, version {session.modelVersion}
        </Text>
        <Text>{SOURCE_WORDS[session.source]}</Text>
        <Text>{STATE_WORDS[session.state]}</Text>
        <Text>{session.sampleCount.toLocaleString('en-GB')} readings</Text>
        {model && <RenderedOnly model={model} />}
      </Group>
    </>
  );
}
