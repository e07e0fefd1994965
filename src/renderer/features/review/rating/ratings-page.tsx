import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatingTask } from '../../../../contract/review/ratings.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useCall } from '../../../client/use-call.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { NewRatingDialog } from './new-rating.tsx';
import { useRatingWords } from './use-rating-words.ts';

/** The blind ratings that somebody sets up or takes part in. */
export function RatingsPage() {
  const { t } = useTranslation('ratings');
  const { user } = useSite();
  const tasks = useCall('ratings.list', {});
  const [isNew, setIsNew] = useState(false);
  const [made, setMade] = useState<{ readonly found: number; readonly wanted: number } | null>(null);
  const maySetUp = mayCall(user.role, 'ratings.make');
  return (
    <Stack gap="lg">
      <PageHeader
        title={t(($) => $.title)}
        description={t(($) => $.description)}
        actions={maySetUp && <Button onClick={() => setIsNew(true)}>{t(($) => $.new.open)}</Button>}
      />
      <Text role="status">{made && made.found < made.wanted && t(($) => $.new.fewer, made)}</Text>
      <Loaded query={tasks} what={t(($) => $.what)}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t(($) => $.none)}>{t(($) => $.noneHelp)}</EmptyState>
          ) : (
            <TaskTable tasks={list} />
          )
        }
      </Loaded>
      {maySetUp && (
        <NewRatingDialog
          opened={isNew}
          onClose={() => setIsNew(false)}
          onMade={(found, wanted) => {
            setIsNew(false);
            setMade({ found, wanted });
          }}
        />
      )}
    </Stack>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly RatingTask[] }) {
  const { t } = useTranslation('ratings');
  const format = useFormat();
  const words = useRatingWords();
  const ending = useConfirmedAction('ratings.close', ({ id }: RatingTask) => ({ taskId: id }));
  const removal = useConfirmedAction('ratings.remove', ({ id }: RatingTask) => ({ taskId: id }));
  return (
    <>
      <DataTable
        label={t(($) => $.title)}
        minWidthPx={700}
        rows={tasks}
        rowKey={({ id }) => id}
        columns={{
          name: { header: t(($) => $.name), isRowHeader: true, wrap: 'anywhere', cell: ({ name }) => name },
          made: {
            header: t(($) => $.made),
            wrap: 'anywhere',
            cell: ({ madeAtIso, madeBy }) => t(($) => $.madeBy, { when: format.dateTime(madeAtIso), name: madeBy }),
          },
          stretches: {
            header: t(($) => $.stretchesHead),
            cell: (task) => (
              <>
                {words.of(task)}
                {task.left.stretches > 0 && (
                  <Text size="sm" c="dimmed">
                    {words.left(task.left)}
                  </Text>
                )}
              </>
            ),
          },
          raters: { header: t(($) => $.raters), wrap: 'anywhere', cell: (task) => <Raters task={task} /> },
          actions: {
            cell: (task) => <Actions task={task} onEnd={() => ending.ask(task)} onRemove={() => removal.ask(task)} />,
          },
        }}
      />
      <ConfirmDialog
        {...ending.dialog}
        title={t(($) => $.endOne, { name: ending.asked?.name ?? '' })}
        confirm={t(($) => $.end)}
      >
        <Text>{t(($) => $.endQuestion)}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        {...removal.dialog}
        danger
        title={t(($) => $.removeOne, { name: removal.asked?.name ?? '' })}
        confirm={t(($) => $.remove)}
      >
        <Text>{t(($) => $.removeQuestion)}</Text>
      </ConfirmDialog>
    </>
  );
}

function Raters({ task }: { readonly task: RatingTask }) {
  const { t } = useTranslation('ratings');
  return (
    <>
      {task.raters.map(({ userId, name, answered, handedIn }) => (
        <Text key={userId} size="sm">
          {handedIn ? t(($) => $.handedIn, { name }) : t(($) => $.progress, { name, answered, total: task.stretches })}
        </Text>
      ))}
      {task.isClosed && <Text size="sm">{t(($) => $.ended)}</Text>}
    </>
  );
}

interface ActionsProps {
  readonly task: RatingTask;
  readonly onEnd: () => void;
  readonly onRemove: () => void;
}

function Actions({ task, onEnd, onRemove }: ActionsProps) {
  const { t } = useTranslation('ratings');
  const { user } = useSite();
  const { id, name, hasResults } = task;
  const mine = task.raters.find(({ userId }) => userId === user.id);
  const maySetUp = mayCall(user.role, 'ratings.make');
  return (
    <Group gap="xs" justify="flex-end">
      {mine && !mine.handedIn && !task.isClosed && (
        <PageLink to={`/ratings/${id}`} label={t(($) => $.rateOne, { name })}>
          {t(($) => $.rate)}
        </PageLink>
      )}
      {hasResults && (
        <PageLink to={`/ratings/${id}/results`} label={t(($) => $.resultsOf, { name })}>
          {t(($) => $.results)}
        </PageLink>
      )}
      {maySetUp && !hasResults && (
        <RowButton label={t(($) => $.endOne, { name })} onClick={onEnd}>
          {t(($) => $.end)}
        </RowButton>
      )}
      {maySetUp && (
        <RowButton label={t(($) => $.removeOne, { name })} onClick={onRemove}>
          {t(($) => $.remove)}
        </RowButton>
      )}
    </Group>
  );
}
