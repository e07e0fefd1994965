import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RatingTask } from '../../../../contract/review/ratings.ts';
import type { AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { StretchCard } from './stretch-card.tsx';

/** One rater's part of a blind rating. */
export function RatePage() {
  const { t } = useTranslation('ratings');
  const { taskId = '' } = useParams();
  const { user } = useSite();
  const tasks = useCall('ratings.list', {});
  return (
    <Stack gap="lg">
      <Loaded query={tasks} what={t(($) => $.what)}>
        {(list) => {
          const task = list.find(({ id }) => id === taskId);
          const mine = task?.raters.find(({ userId }) => userId === user.id);
          return (
            <>
              <PageHeader
                title={task?.name ?? t(($) => $.title)}
                actions={<PageLink to="/ratings">{t(($) => $.rating.toList)}</PageLink>}
              />
              {!task || !mine ? (
                <EmptyState title={t(($) => $.rating.gone)} />
              ) : mine.handedIn || task.isClosed ? (
                <Over task={task} />
              ) : (
                <Rating task={task} answered={mine.answered} />
              )}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}

function Over({ task: { id, name, hasResults, isClosed } }: { readonly task: RatingTask }) {
  const { t } = useTranslation('ratings');
  return (
    <EmptyState title={t(($) => (isClosed ? $.ended : $.rating.over))}>
      {hasResults ? (
        <PageLink to={`/ratings/${id}/results`}>{t(($) => $.resultsOf, { name })}</PageLink>
      ) : (
        t(($) => $.rating.overHelp)
      )}
    </EmptyState>
  );
}

/** The next stretch, until there is none; then all is handed in. */
function Rating({ task, answered }: { readonly task: RatingTask; readonly answered: number }) {
  const { t } = useTranslation('ratings');
  const taskId = task.id;
  const next = useCall('ratings.next', { taskId });
  const [said, setSaid] = useState<'kept' | 'takenBack' | null>(null);
  const answer = useAction('ratings.answer', { onDone: () => setSaid('kept') });
  const undo = useAction('ratings.undo', { onDone: () => setSaid('takenBack') });
  const handIn = useAction('ratings.handIn');
  const isSaving = answer.isPending || undo.isPending || handIn.isPending;
  const error = answer.error ?? undo.error ?? handIn.error;
  const takeBack = answered === 0 ? null : () => undo.mutate({ taskId });

  return (
    <Loaded query={next} what={t(($) => $.rating.nextWhat)}>
      {(stretch) => (
        <Section
          title={
            stretch
              ? t(($) => $.rating.position, { position: answered + 1, total: task.stretches })
              : t(($) => $.rating.done)
          }
          description={stretch ? undefined : t(($) => $.rating.doneHelp)}
        >
          {stretch ? (
            <StretchCard
              key={stretch.id}
              stretch={stretch}
              isSaving={isSaving}
              onAnswer={(given: AnnotationLabel) => answer.mutate({ taskId, stretchId: stretch.id, answer: given })}
              onTakeBack={takeBack}
            />
          ) : (
            <Group>
              <Button loading={handIn.isPending} onClick={() => handIn.mutate({ taskId })}>
                {t(($) => $.rating.handIn)}
              </Button>
              {takeBack && (
                <Button variant="default" disabled={isSaving} onClick={takeBack}>
                  {t(($) => $.rating.back)}
                </Button>
              )}
            </Group>
          )}
          {error && <ErrorNotice error={error} title={t(($) => $.rating.failed)} />}
          <Text role="status" c="dimmed">
            {said && stretch && t(($) => $.rating[said])}
          </Text>
        </Section>
      )}
    </Loaded>
  );
}
