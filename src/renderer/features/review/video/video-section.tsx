import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { ExportVideo } from './export-video.tsx';
import { stretchesOf } from './place-in-video.ts';
import { PlayerBar } from './player-bar.tsx';
import { StoredPicture } from './stored-picture.tsx';
import { type PlayerHandle, usePlayer } from './use-player.ts';
import classes from './video.module.css';

interface VideoSectionProps {
  readonly session: Session;
  readonly range: TimeRange;
  readonly cursorMs: number;
  readonly onTime: (atMs: number) => void;
  readonly player: Ref<PlayerHandle>;
}

type StoredVideo = NonNullable<Output<'videos.find'>>;

/** The video of a session, played under its timeline; nothing where none is kept. */
export function VideoSection(props: VideoSectionProps) {
  const { user } = useSite();
  const { id, state } = props.session;
  const mayWatch = mayCall(user.role, 'videos.find');
  const video = useCall('videos.find', { sessionId: id }, { enabled: mayWatch && state !== 'running' });
  return video.data ? <StoredVideoSection {...props} video={video.data} /> : null;
}

function StoredVideoSection({
  session,
  range,
  cursorMs,
  onTime,
  player,
  video: { fragments, deletedOnIso },
}: VideoSectionProps & { readonly video: StoredVideo }) {
  const { t } = useTranslation('videos');
  const format = useFormat();
  const { isPlaying, speed, setIsPlaying, setSpeed } = usePlayer(player);
  const [failure, setFailure] = useState<Error | null>(null);
  const lengthMs = stretchesOf(fragments).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const bytes = fragments.reduce((sum, fragment) => sum + fragment.bytes, 0);
  if (fragments.length === 0) {
    return (
      <Section title={t(($) => $.title)}>
        <Text>{t(($) => $.empty)}</Text>
      </Section>
    );
  }
  return (
    <div className="not-printed">
      <Section title={t(($) => $.title)} description={t(($) => $.description)}>
        <Where stretches={stretchesOf(fragments)} range={range} />
        <StoredPicture
          sessionId={session.id}
          fragments={fragments}
          cursorMs={cursorMs}
          isPlaying={isPlaying}
          speed={speed}
          onTime={onTime}
          onEnd={() => setIsPlaying(false)}
          onError={setFailure}
        />
        {failure && <ErrorNotice error={failure} title={t(($) => $.failed)} onRetry={() => setFailure(null)} />}
        <PlayerBar isPlaying={isPlaying} speed={speed} onPlay={setIsPlaying} onSpeed={setSpeed} />
        <Group justify="space-between">
          <Text size="sm">
            {t(($) => $.facts, {
              length: format.length(lengthMs),
              mb: format.setting(Math.max(0.1, Math.round(bytes / 1e5) / 10)),
              day: format.date(deletedOnIso),
            })}
          </Text>
          <TakeOut sessionId={session.id} fragments={fragments} />
        </Group>
      </Section>
    </div>
  );
}

/** Export and deletion, for whoever may. */
function TakeOut({ sessionId, fragments }: { readonly sessionId: string } & Pick<StoredVideo, 'fragments'>) {
  const { t } = useTranslation('videos');
  const { t: common } = useTranslation('common');
  const { user } = useSite();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAction('videos.remove');
  if (!mayCall(user.role, 'videos.remove')) return null;
  return (
    <Group gap="sm">
      <ExportVideo sessionId={sessionId} fragments={fragments} />
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {t(($) => $.remove)}
      </Button>
      <Dialog opened={isAsking} onClose={() => setIsAsking(false)} title={t(($) => $.removeAsk)}>
        <Stack gap="md">
          <Text>{t(($) => $.removeText)}</Text>
          {remove.error && <ErrorNotice error={remove.error} title={t(($) => $.removeFailed)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {common(($) => $.action.cancel)}
            </Button>
            <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate({ sessionId })}>
              {t(($) => $.remove)}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Group>
  );
}

/** Where there is video within what the timeline shows. */
function Where({ stretches, range }: { readonly stretches: readonly TimeRange[]; readonly range: TimeRange }) {
  const { t } = useTranslation('videos');
  const lengthMs = range.toMs - range.fromMs;
  const share = (atMs: number) => Math.min(Math.max((atMs - range.fromMs) / lengthMs, 0), 1);
  return (
    <Box className={classes.where} role="img" aria-label={t(($) => $.where)} title={t(($) => $.where)}>
      {stretches
        .filter(({ fromMs, toMs }) => toMs > range.fromMs && fromMs < range.toMs)
        .map(({ fromMs, toMs }) => (
          <Box
            key={fromMs}
            className={classes.stretch}
            style={{ left: `${100 * share(fromMs)}%`, width: `${100 * (share(toMs) - share(fromMs))}%` }}
          />
        ))}
    </Box>
  );
}
