import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useFullscreenDocument, useHotkeys } from '@mantine/hooks';
import IconMaximize from '@tabler/icons-react/icons/IconMaximize';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotADiagnosis } from '../../../ui/not-a-diagnosis.tsx';
import { ROOM_HASH, type RoomMessage, roomChannel } from './room-message.ts';
import { type RoomSight, RoomWatch } from './room-sight.ts';
import { RoomWord } from './room-word.tsx';

/** How often a room view asks itself whether its word still holds. */
const LOOK_EVERY_MS = 100;

/** What a room reads from afar: the word, how sure it is and whether distress is likely, or why there is none. Neither the child's picture nor its code. */
export function RoomPage() {
  const { t } = useTranslation('live');
  const sight = useRoomSight();
  const { toggle, fullscreen } = useFullscreenDocument();
  useHotkeys([['f', () => void toggle()]]);
  return (
    <Stack component="main" h="100dvh" p="md" gap={0}>
      <title>{`${t(($) => $.room.title)} · Faceward`}</title>
      <Group justify="space-between">
        <Title order={1} fz="md" fw={600} c="dimmed">
          {t(($) => $.room.title)}
        </Title>
        {!fullscreen && (
          <Button variant="default" leftSection={<IconMaximize aria-hidden />} onClick={() => void toggle()}>
            {t(($) => $.room.fullScreen)}
          </Button>
        )}
      </Group>
      <Center flex={1} ta="center" data-testid="room" data-kind={sight.kind}>
        {sight.kind === 'shows' ? (
          <RoomWord displayed={sight.displayed} distress={sight.distress} isPaused={sight.isPaused} />
        ) : (
          <Text role="status" fz="min(6vw, 12vh)" fw={650} lh={1.2}>
            {sight.kind === 'ended' && t(($) => $.room.ended)}
            {sight.kind === 'silent' && (sight.isNew ? t(($) => $.room.waiting) : t(($) => $.room.silent))}
          </Text>
        )}
      </Center>
      <Center>
        <NotADiagnosis />
      </Center>
    </Stack>
  );
}

function useRoomSight(): RoomSight {
  const [sight, setSight] = useState<RoomSight>({ kind: 'silent', isNew: true });
  useEffect(() => {
    const watch = new RoomWatch();
    const channel = roomChannel(location.hash.slice(ROOM_HASH.length));
    const look = () => setSight(watch.at(performance.now()));
    channel.addEventListener('message', ({ data }: MessageEvent<RoomMessage>) => {
      watch.hear(data, performance.now());
      look();
    });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, []);
  return sight;
}
