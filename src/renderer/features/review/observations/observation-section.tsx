import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../../contract/sessions.ts';
import type { Observation } from '../../../../core/emotion/observation.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useAction } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { ObservationDialog } from '../../../ui/observation/observation-dialog.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { ShowButton } from '../show-button.tsx';
import { useObservationWords } from './use-observation-words.ts';

interface ObservationSectionProps {
  readonly timeline: Timeline;
  readonly cursorMs: number;
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** FLACC, the child's own rating and notes; one can be added at the cursor after the session. */
export function ObservationSection({ timeline, cursorMs, onShow }: ObservationSectionProps) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { user } = useSite();
  const sessionId = timeline.session.id;
  const observe = useAction('sessions.observe');
  const unobserve = useAction('sessions.unobserve');
  /** The moment the dialog was opened for; null while it is closed. */
  const [askedMs, setAskedMs] = useState<number | null>(null);
  const observations = timeline.observations.toSorted((a, b) => a.atMs - b.atMs);

  return (
    <Section title={t(($) => $.observations.title)} description={t(($) => $.observations.description)}>
      {observe.error && <ErrorNotice error={observe.error} title={t(($) => $.observations.failed)} />}
      {unobserve.error && <ErrorNotice error={unobserve.error} title={t(($) => $.observations.removeFailed)} />}
      <DataTable
        label={t(($) => $.session.tableOf, { what: t(($) => $.observations.title) })}
        minWidthPx={700}
        empty={t(($) => $.observations.none)}
        rows={observations}
        rowKey={({ id }) => id}
        columns={{
          at: {
            header: t(($) => $.observations.at),
            cell: ({ atMs }) => <ShowButton atMs={atMs} onShow={() => onShow(atMs, atMs)} />,
          },
          kind: {
            header: t(($) => $.observations.kind),
            cell: ({ observation }) => common(($) => $.observation[observation.kind]),
          },
          value: {
            header: t(($) => $.observations.value),
            wrap: 'anywhere',
            cell: ({ observation }) => <Value observation={observation} />,
          },
          by: { header: t(($) => $.observations.by), minWidthPx: 140, wrap: 'anywhere', cell: ({ by }) => by },
          written: {
            header: t(($) => $.observations.written),
            cell: ({ writtenAtIso }) => format.dateTime(writtenAtIso),
          },
          takeBack: {
            cell: ({ id, atMs, by }) =>
              by === user.name && (
                <RowButton
                  label={t(($) => $.observations.remove, { at: formatClock(atMs) })}
                  loading={unobserve.isPending && unobserve.variables.observationId === id}
                  onClick={() => unobserve.mutate({ sessionId, observationId: id })}
                >
                  {t(($) => $.observations.takeBack)}
                </RowButton>
              ),
          },
        }}
      />
      {mayCall(user.role, 'sessions.observe') && (
        <Group>
          <Button variant="default" loading={observe.isPending} onClick={() => setAskedMs(cursorMs)}>
            {t(($) => $.observations.add, { at: formatClock(cursorMs) })}
          </Button>
        </Group>
      )}
      <ObservationDialog
        opened={askedMs !== null}
        onClose={() => setAskedMs(null)}
        onSave={(observation) =>
          askedMs !== null && observe.mutate({ sessionId, id: crypto.randomUUID(), atMs: askedMs, observation })
        }
      />
    </Section>
  );
}

/** Its figure, with the words that were written. */
function Value({ observation }: { readonly observation: Observation }) {
  const { t } = useTranslation('review');
  const words = useObservationWords();
  return (
    <>
      <Text fw={650}>{words(observation)}</Text>
      {observation.kind === 'flacc' && (
        <Text size="sm">
          {t(($) => $.observations.flaccParts, {
            face: observation.face,
            legs: observation.legs,
            activity: observation.activity,
            cry: observation.cry,
            consolability: observation.consolability,
          })}
        </Text>
      )}
      {observation.note !== '' && <Text size="sm">{observation.note}</Text>}
    </>
  );
}
