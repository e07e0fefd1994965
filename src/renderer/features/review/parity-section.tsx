import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Section } from '../../ui/section.tsx';

/** How far a recording agrees with the live session of the same scene; only for a recording. */
export function ParitySection({ session }: { readonly session: Session }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const isRecording = session.source === 'recording';
  const parity = useCall('sessions.parity', { sessionId: session.id }, { enabled: isRecording });
  if (!isRecording) return null;
  return (
    <Section title={t(($) => $.parity.title)} description={t(($) => $.parity.description)}>
      <Loaded query={parity} what={t(($) => $.parity.what)}>
        {(found) => {
          if (!found) return <Text>{t(($) => $.parity.none)}</Text>;
          const { share, low, high, seconds, offsetMs, liveSessionId } = found;
          const offset = format.length(Math.abs(offsetMs));
          return (
            <>
              {share === null || low === null || high === null ? (
                <Text>{t(($) => $.parity.noSeconds)}</Text>
              ) : (
                <>
                  <Text size="xl" fw={700}>
                    {t(($) => $.parity.figure, { share: format.share(share), seconds })}
                  </Text>
                  <Text>
                    {t(($) => $.parity.interval, { low: format.share(low), high: format.share(high), seconds })}
                  </Text>
                  {offsetMs !== 0 && (
                    <Text size="sm" c="dimmed">
                      {t(($) => (offsetMs > 0 ? $.parity.offset : $.parity.offsetEarlier), { offset })}
                    </Text>
                  )}
                </>
              )}
              <PageLink to={`/sessions/${liveSessionId}`}>{t(($) => $.parity.live)}</PageLink>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
