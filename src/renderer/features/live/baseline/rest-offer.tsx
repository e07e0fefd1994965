import { Button, Group, Progress, Text } from '@mantine/core';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../contract/sessions.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import type { LiveSession } from '../session/live-session.ts';
import { REST_MS, type RestProgress, RestRecorder } from './rest-recorder.ts';

/** How often to look whether there is a reading. */
const WATCH_EVERY_MS = 100;

interface RestOfferProps {
  readonly live: LiveSession;
  readonly session: Session;
}

/** Offers to keep the child's face at rest, where the family agreed to that and none is kept for this model yet. */
export const RestOffer = memo(function RestOffer({ live, session }: RestOfferProps) {
  const mayKeep = live.child.consentedScopes.includes('keep-baseline');
  const baselines = useCall('baselines.list', { childId: session.childId }, { enabled: mayKeep });
  const [isDeclined, setIsDeclined] = useState(false);
  if (!mayKeep || isDeclined || !baselines.data) return null;
  const kept = baselines.data.find((each) => each.modelId === session.modelId);
  if (kept && kept.sessionId !== session.id) return null;
  return (
    <Offer live={live} session={session} keptVersion={kept?.version ?? null} onDecline={() => setIsDeclined(true)} />
  );
});

interface OfferProps extends RestOfferProps {
  /** Of the one that was kept in this session; null before. */
  readonly keptVersion: number | null;
  readonly onDecline: () => void;
}

function Offer({ live, session, keptVersion, onDecline }: OfferProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const [recorder, setRecorder] = useState<RestRecorder | null>(null);
  const [tooLittleMs, setTooLittleMs] = useState<number | null>(null);
  const record = useAction('baselines.record');
  const note = t(($) => $.baseline.recordedDuring);

  if (record.error) {
    const again = record.variables;
    // Another stretch is needed where this one was refused; the same one where the store was out of reach.
    const retry = record.error.code === 'conflict' ? record.reset : () => record.mutate(again);
    return <ErrorNotice error={record.error} title={t(($) => $.baseline.failed)} onRetry={retry} />;
  }
  if (record.isPending) return <Text role="status">{t(($) => $.baseline.storing)}</Text>;
  if (keptVersion !== null) {
    return (
      <Group role="status">
        <Text size="sm">{t(($) => $.baseline.kept, { version: keptVersion })}</Text>
        <Button size="compact-md" variant="subtle" onClick={onDecline}>
          {common(($) => $.action.close)}
        </Button>
      </Group>
    );
  }
  if (recorder) {
    return (
      <Countdown
        live={live}
        recorder={recorder}
        onCancel={() => setRecorder(null)}
        onTooLittle={(readMs) => {
          setRecorder(null);
          setTooLittleMs(readMs);
        }}
        onRest={async (stretch) => {
          // The service counts what is stored: on a slow machine that is some seconds behind.
          await live.recorder?.sendNow(live.atMs);
          setRecorder(null);
          record.mutate({ id: crypto.randomUUID(), sessionId: session.id, ...stretch, note });
        }}
      />
    );
  }
  return (
    <Group gap="sm" wrap="nowrap">
      <Button
        size="compact-md"
        flex="none"
        variant="default"
        onClick={() => {
          setTooLittleMs(null);
          setRecorder(new RestRecorder(live.atMs));
        }}
      >
        {t(($) => $.baseline.offer)}
      </Button>
      <Button size="compact-md" variant="subtle" flex="none" onClick={onDecline}>
        {t(($) => $.baseline.notNow)}
      </Button>
      {tooLittleMs === null ? (
        <Text size="sm" c="dimmed" truncate title={t(($) => $.baseline.offerHint)}>
          {t(($) => $.baseline.offerHint)}
        </Text>
      ) : (
        <Text size="sm" lh={1.2} c="var(--mantine-color-error)" role="status">
          {t(($) => $.baseline.tooLittle, { seconds: Math.floor(tooLittleMs / 1000) })}
        </Text>
      )}
    </Group>
  );
}

interface CountdownProps {
  readonly live: LiveSession;
  readonly recorder: RestRecorder;
  readonly onCancel: () => void;
  readonly onTooLittle: (readMs: number) => void;
  readonly onRest: (stretch: { readonly fromMs: number; readonly toMs: number }) => void;
}

function Countdown({ live, recorder, onCancel, onTooLittle, onRest }: CountdownProps) {
  const { t } = useTranslation('entries');
  const [progress, setProgress] = useState<RestProgress>({ secondsLeft: REST_MS / 1000, readMs: 0 });
  const finish = useRef({ onTooLittle, onRest });
  finish.current = { onTooLittle, onRest };
  useEffect(() => {
    const timer = setInterval(() => {
      const now = recorder.watch(live.atMs, live.recorder?.history.lastReadingAtMs ?? null);
      if (!('kind' in now)) {
        setProgress(now);
        return;
      }
      clearInterval(timer);
      if (now.kind === 'too-little') finish.current.onTooLittle(now.readMs);
      else finish.current.onRest({ fromMs: now.fromMs, toMs: now.toMs });
    }, WATCH_EVERY_MS);
    return () => clearInterval(timer);
  }, [live, recorder]);
  const { secondsLeft, readMs } = progress;
  return (
    <Group gap="sm">
      <Text size="sm" fw={600} role="timer">
        {t(($) => $.baseline.recording, { seconds: secondsLeft })}
      </Text>
      <Progress value={100 - (secondsLeft * 100_000) / REST_MS} w={160} aria-label={t(($) => $.baseline.title)} />
      <Text size="sm">{t(($) => $.baseline.readings, { seconds: Math.floor(readMs / 1000) })}</Text>
      <Button size="compact-md" variant="default" onClick={onCancel}>
        {t(($) => $.baseline.cancel)}
      </Button>
    </Group>
  );
}
