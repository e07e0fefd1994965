import { Grid, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Timeline } from '../../../contract/sessions.ts';
import { formatDateTime, formatLength } from '../../ui/format.ts';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { clampRange, type TimeRange } from '../../ui/timeline/time-range.ts';
import { CoverageSection } from './coverage-section.tsx';
import { EmotionShares } from './emotion-shares.tsx';
import { EpisodeTable } from './episode-table.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { GapReasons } from './gap-reasons.tsx';
import { MarkerTable } from './marker-table.tsx';
import { NotesEditor } from './notes-editor.tsx';
import { SessionFacts } from './session-facts.tsx';
import { TimelineSection } from './timeline-section.tsx';

/** How much is shown before and after an episode or a marker that was chosen. */
const AROUND_MS = 5_000;

/** A session's timeline and all that is told from it: coverage first. */
export function SessionReview({ timeline }: { readonly timeline: Timeline }) {
  const { session, summary } = timeline;
  const wholeMs = Math.max(summary.durationMs, 1_000);
  const [chosen, setChosen] = useState<TimeRange | null>(null);
  const range = chosen ?? { fromMs: 0, toMs: wholeMs };
  const show = (next: TimeRange) => setChosen(clampRange(next, wholeMs));
  const showAround = (fromMs: number, toMs: number) => show({ fromMs: fromMs - AROUND_MS, toMs: toMs + AROUND_MS });

  return (
    <Stack gap="lg">
      <PageHeader
        title={`Session of ${session.childCode}`}
        description={`${formatDateTime(session.startedAtIso)}, ${formatLength(session.durationMs)}`}
        actions={<ExportButtons sessionId={session.id} />}
      />
      <NotADiagnosis />
      <SessionFacts session={session} />
      <CoverageSection summary={summary} />
      <TimelineSection
        timeline={timeline}
        range={range}
        wholeMs={wholeMs}
        onShow={show}
        onReset={() => setChosen(null)}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="lg">
            <EmotionShares summary={summary} />
            <GapReasons summary={summary} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="lg">
            <EpisodeTable episodes={summary.episodes} onShow={showAround} />
            <MarkerTable markers={timeline.markers} onShow={showAround} />
          </Stack>
        </Grid.Col>
      </Grid>
      <NotesEditor sessionId={session.id} saved={session.notes} />
    </Stack>
  );
}
