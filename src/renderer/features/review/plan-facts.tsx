import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../contract/sessions.ts';
import { isSet } from '../../../core/emotion/protocol.ts';
import { useCall } from '../../client/use-call.ts';
import { formatClock } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { usePlanWords } from '../../ui/use-plan-words.ts';

/** What a session was to be like, the cautions with which it is to be read, and who answered for it. */
export function PlanFacts({ timeline }: { readonly timeline: Pick<Timeline, 'session' | 'markers' | 'turns'> }) {
  const { t } = useTranslation('protocols');
  const words = usePlanWords();
  const { session, markers, turns } = timeline;
  const plan = useCall('sessions.plan', { sessionId: session.id });
  const { protocol = null, cautions = [] } = plan.data ?? {};
  const missing = protocol?.markers.filter((marker) => !isSet(marker, markers)) ?? [];
  return (
    <>
      {cautions.length > 0 && (
        <Notice kind="warning" title={t(($) => $.cautions.title)}>
          {t(($) => $.review.cautions, { what: words.ofCautions(cautions) })}
        </Notice>
      )}
      {protocol && (
        <Text>
          {t(($) => $.review.protocol, { name: protocol.name })}
          {missing.length > 0 && ` · ${t(($) => $.review.missing, { markers: words.ofMarkers(missing) })}`}
        </Text>
      )}
      {turns.length > 0 && (
        <Stack gap={0}>
          <Text fw={650}>{t(($) => $.review.turns)}</Text>
          {turns.map(({ atMs, kind, by }) => (
            <Text key={`${kind} ${atMs}`}>{t(($) => $.review.turn[kind], { at: formatClock(atMs), by })}</Text>
          ))}
        </Stack>
      )}
    </>
  );
}
