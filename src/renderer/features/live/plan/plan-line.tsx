import { Group, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { flaccOverdueMs, isSet, type Protocol } from '../../../../core/emotion/protocol.ts';
import { useCall } from '../../../client/use-call.ts';
import { usePlanWords } from '../../../ui/use-plan-words.ts';
import type { SessionEntries } from '../entries/session-entries.ts';

/** One line on a small screen, so that nothing there needs scrolling. */
const SIZE = { base: 'xs', lg: 'sm' };

interface PlanLineProps {
  readonly sessionId: string;
  readonly entries: SessionEntries;
  readonly elapsedSeconds: number;
}

/** While a session runs: the child's cautions, and what its protocol still expects. Nothing where it has neither. */
export const PlanLine = memo(function PlanLine({ sessionId, entries, elapsedSeconds }: PlanLineProps) {
  const { t } = useTranslation('protocols');
  const words = usePlanWords();
  const plan = useCall('sessions.plan', { sessionId });
  const { protocol = null, cautions = [] } = plan.data ?? {};
  if (!protocol && cautions.length === 0) return null;
  return (
    <Group component="section" gap="md" style={{ rowGap: 0 }} aria-label={t(($) => $.live.label)} data-testid="plan">
      {cautions.length > 0 && (
        <Group gap={6} wrap="nowrap" c="#4a3800" bg="#fff5d6" px="xs" style={{ borderRadius: 6 }}>
          <IconAlertTriangle size={18} aria-hidden style={{ flex: 'none' }} />
          <Text fz={SIZE} lh={1.35} fw={650} style={{ overflowWrap: 'anywhere' }}>
            {t(($) => $.cautions.said, { what: words.ofCautions(cautions) })}
          </Text>
        </Group>
      )}
      {protocol && <Progress protocol={protocol} entries={entries} elapsedSeconds={elapsedSeconds} />}
    </Group>
  );
});

function Progress({
  protocol,
  entries,
  elapsedSeconds,
}: Pick<PlanLineProps, 'entries' | 'elapsedSeconds'> & { readonly protocol: Protocol }) {
  const { t } = useTranslation('protocols');
  const words = usePlanWords();
  const { markers, observations } = useSyncExternalStore(entries.state.subscribe, entries.state.snapshot);
  const missing = protocol.markers.filter((marker) => !isSet(marker, markers));
  const overdueMs = flaccOverdueMs(protocol, observations, elapsedSeconds * 1000);
  const isDue = overdueMs !== null && overdueMs >= 0;
  const { plannedMinutes: planned } = protocol;
  const passed = Math.floor(elapsedSeconds / 60);
  return (
    <>
      <Text fz={SIZE} lh={1.35} fw={650}>
        {protocol.name}
      </Text>
      {protocol.markers.length > 0 && (
        <Text fz={SIZE} lh={1.35}>
          {missing.length > 0
            ? t(($) => $.live.expected, { markers: words.ofMarkers(missing) })
            : t(($) => $.live.allSet)}
        </Text>
      )}
      <Text fz={SIZE} lh={1.35} role="status" fw={isDue ? 700 : 400} c={isDue ? 'red.9' : undefined}>
        {overdueMs !== null &&
          (isDue ? t(($) => $.live.flaccDue) : t(($) => $.live.flaccIn, { count: Math.ceil(-overdueMs / 60_000) }))}
      </Text>
      {planned !== null && (
        <Text fz={SIZE} lh={1.35} fw={passed >= planned ? 700 : 400}>
          {passed >= planned ? t(($) => $.live.over, { planned }) : t(($) => $.live.planned, { passed, planned })}
        </Text>
      )}
    </>
  );
}
