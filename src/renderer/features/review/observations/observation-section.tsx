import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../../contract/sessions.ts';
import type { Observation } from '../../../../core/emotion/observation.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { ObservationDialog } from '../../../ui/observation/observation-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { WideTable } from '../../../ui/wide-table.tsx';
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
  const format = useFormat();
  const { user } = useSite();
  const sessionId = timeline.session.id;
  const observe = useAction('sessions.observe');
  const unobserve = useAction('sessions.unobserve');
  /** The moment that the dialog was opened for. */
  const [askedMs, setAskedMs] = useState<number | null>(null);
  const observations = timeline.observations.toSorted((a, b) => a.atMs - b.atMs);

  return (
    <Section title={t(($) => $.observations.title)} description={t(($) => $.observations.description)}>
      {observe.error && <ErrorNotice error={observe.error} title={t(($) => $.observations.failed)} />}
      {unobserve.error && <ErrorNotice error={unobserve.error} title={t(($) => $.observations.removeFailed)} />}
      {observations.length === 0 ? (
        <Text>{t(($) => $.observations.none)}</Text>
      ) : (
        <WideTable label={t(($) => $.session.tableOf, { what: t(($) => $.observations.title) })} minWidthPx={700}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(($) => $.observations.at)}</Table.Th>
                <Table.Th>{t(($) => $.observations.kind)}</Table.Th>
                <Table.Th>{t(($) => $.observations.value)}</Table.Th>
                <Table.Th>{t(($) => $.observations.by)}</Table.Th>
                <Table.Th>{t(($) => $.observations.written)}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {observations.map(({ id, atMs, observation, by, writtenAtIso }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <ShowButton atMs={atMs} onShow={() => onShow(atMs, atMs)} />
                  </Table.Td>
                  <Kind observation={observation} />
                  <Table.Td miw={140} style={{ overflowWrap: 'anywhere' }}>
                    {by}
                  </Table.Td>
                  <Table.Td>{format.dateTime(writtenAtIso)}</Table.Td>
                  <Table.Td>
                    {by === user.name && (
                      <Button
                        size="compact-md"
                        variant="default"
                        aria-label={t(($) => $.observations.remove, { at: formatClock(atMs) })}
                        loading={unobserve.isPending && unobserve.variables.observationId === id}
                        onClick={() => unobserve.mutate({ sessionId, observationId: id })}
                      >
                        {t(($) => $.observations.takeBack)}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
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

/** Two cells: what it is, and its figure with the words that were written. */
function Kind({ observation }: { readonly observation: Observation }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const words = useObservationWords();
  return (
    <>
      <Table.Td>{common(($) => $.observation[observation.kind])}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
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
      </Table.Td>
    </>
  );
}
