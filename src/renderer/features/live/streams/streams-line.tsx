import { Group, Text } from '@mantine/core';
import IconBroadcast from '@tabler/icons-react/icons/IconBroadcast';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionStreams } from '../../../../contract/lsl/lsl.ts';
import { useCall } from '../../../client/use-call.ts';

/** One line on a small screen, so that nothing there needs scrolling. */
const SIZE = { base: 'xs', lg: 'sm' };

/** While a session runs: that its readings leave this program, and by which stream. Nothing where they do not. */
export const StreamsLine = memo(function StreamsLine({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('lsl');
  const said = useStreamWords();
  const open = useCall('lsl.open', {});
  const streams = open.data?.find((each) => each.sessionId === sessionId);
  if (!streams) return null;
  return (
    <Group
      component="section"
      aria-label={t(($) => $.live.label)}
      data-testid="streams"
      gap={6}
      wrap="nowrap"
      px="xs"
      w="fit-content"
      style={{ borderRadius: 6, backgroundColor: '#fff5d6', color: '#4a3800' }}
    >
      <IconBroadcast size={18} aria-hidden style={{ flex: 'none' }} />
      <Text role="status" fz={SIZE} lh={1.35} fw={650} style={{ overflowWrap: 'anywhere' }}>
        {said(streams)}
      </Text>
    </Group>
  );
});

function useStreamWords() {
  const { t } = useTranslation('lsl');
  return ({ state, reach, name, hasReceivers, markersFrom }: SessionStreams): string => {
    if (state === 'failed') return t(($) => $.live.failed);
    if (state === 'opening') return t(($) => $.live.opening);
    const parts: string[] = [
      reach === 'network' ? t(($) => $.live.openNetwork, { name }) : t(($) => $.live.openMachine, { name }),
      hasReceivers ? t(($) => $.live.received) : t(($) => $.live.unheard),
    ];
    if (markersFrom) {
      const { name: stream, isThere, count } = markersFrom;
      parts.push(isThere ? t(($) => $.live.markers, { count, stream }) : t(($) => $.live.noMarkerStream, { stream }));
    }
    return parts.join(' · ');
  };
}
