import { Grid, Group, Stack } from '@mantine/core';
import { useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, Timeline } from '../../../contract/sessions.ts';
import { useFormat } from '../../ui/format.ts';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import type { TimeRange } from '../../ui/timeline/time-range.ts';
import { AgreementSection } from './annotations/agreement-section.tsx';
import { AnnotationDialog } from './annotations/annotation-dialog.tsx';
import { AnnotationSection } from './annotations/annotation-section.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { DistressSection } from './distress-section.tsx';
import { EmotionShares } from './emotion-shares.tsx';
import { EpisodeTable } from './episode-table.tsx';
import { ExportSection } from './exporting/export-section.tsx';
import { GapReasons } from './gap-reasons.tsx';
import { MarkerTable } from './marker-table.tsx';
import { MovementsSection } from './movements/movements-section.tsx';
import { NotesEditor } from './notes-editor.tsx';
import { ObservationSection } from './observations/observation-section.tsx';
import { ParitySection } from './parity-section.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionTime, wallClockBegan } from './session-time.tsx';
import { SetAsideSection } from './set-aside-section.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { changeTimeline, startTimeline } from './timeline/timeline-state.ts';
import { FilmSection } from './video/film-section.tsx';
import type { PlayerHandle } from './video/use-player.ts';
import { VideoSection } from './video/video-section.tsx';

/** A session's timeline and everything derived from it, coverage first. */
export function SessionReview({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('review');
  const when = useWhen();
  const { session, summary } = timeline;
  const wholeMs = Math.max(summary.durationMs, 1_000);
  const [kept, act] = useReducer(changeTimeline, wholeMs, startTimeline);
  // A session that is still running grows while it is on screen.
  const state = { ...kept, wholeMs };
  const player = useRef<PlayerHandle>(null);
  const [stretch, setStretch] = useState<TimeRange | null>(null);
  const visit = (fromMs: number, toMs: number) => act({ kind: 'visit', fromMs, toMs });

  return (
    <SessionTime session={session}>
      <Stack gap="lg">
        <PageHeader
          title={t(($) => $.session.titleOf, { child: session.childCode })}
          description={when(session)}
          actions={
            <>
              <PrintButton>{t(($) => $.session.print)}</PrintButton>
              <PageLink to={`/sessions/child/${session.childId}`}>{t(($) => $.session.compare)}</PageLink>
            </>
          }
        />
        <Group gap="md">
          <NotADiagnosis />
        </Group>
        <SessionFacts session={session} />
        <PlanFacts timeline={timeline} />
        <SetAsideSection session={session} />
        {!session.setAside && (
          <div className="not-printed">
            <ExportSection sessionId={session.id} />
          </div>
        )}
        <CoverageSection summary={summary} />
        <TimelineSection timeline={timeline} state={state} onAction={act} onSay={setStretch} player={player} />
        <VideoSection
          session={session}
          range={state.range}
          cursorMs={state.cursorMs}
          onTime={(atMs) => act({ kind: 'cursor', atMs })}
          player={player}
        />
        <FilmSection
          session={session}
          cursorMs={state.cursorMs}
          onTime={(atMs) => act({ kind: 'cursor', atMs })}
          player={player}
        />
        <MovementsSection sessionId={session.id} range={state.range} cursorMs={state.cursorMs} />
        <AnnotationDialog sessionId={session.id} wholeMs={wholeMs} stretch={stretch} onClose={() => setStretch(null)} />
        <AnnotationSection timeline={timeline} onShow={visit} />
        <AgreementSection timeline={timeline} />
        <ObservationSection timeline={timeline} cursorMs={state.cursorMs} onShow={visit} />
        <ParitySection session={session} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Stack gap="lg">
              <EmotionShares summary={summary} />
              <GapReasons summary={summary} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Stack gap="lg">
              <DistressSection summary={summary} onShow={visit} />
              <EpisodeTable session={session} episodes={summary.episodes} onShow={visit} onSay={setStretch} />
              <MarkerTable markers={timeline.markers} onShow={visit} />
            </Stack>
          </Grid.Col>
        </Grid>
        <NotesEditor sessionId={session.id} saved={session.notes} />
      </Stack>
    </SessionTime>
  );
}

/** When it was, by the clock on the wall from its beginning to its end; a film has only the day on which it was read. */
function useWhen(): (session: Session) => string {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (session) => {
    const { startedAtIso, durationMs } = session;
    const length = format.length(durationMs);
    const when = format.dateTime(startedAtIso);
    if (wallClockBegan(session) === null) return t(($) => $.session.readFrom, { when, length });
    return t(($) => $.session.lasted, {
      from: when,
      to: format.timeOfDay(Date.parse(startedAtIso) + durationMs),
      length,
    });
  };
}
