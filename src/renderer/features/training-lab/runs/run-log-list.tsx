import { Accordion, List, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord, SayingRecord } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';
import { useLogWords } from './use-log-words.ts';

interface RunLogProps {
  readonly log: readonly LogRecord[];
  /** How the run was set, above what it said. */
  readonly children: ReactNode;
}

/** How a run is set and all that it has said so far, folded away, newest first. */
export function RunLog({ log, children }: RunLogProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const words = useLogWords();
  const said = log.filter((record): record is SayingRecord => record.kind === 'stage' || record.kind === 'warning');
  if (said.length === 0) return null;
  return (
    <Accordion variant="contained">
      <Accordion.Item value="log">
        <Accordion.Control>{t(($) => $.progress.log)}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap={4} mb="sm">
            {children}
          </Stack>
          <List size="sm" type="ordered" reversed>
            {said.toReversed().map((record) => (
              <List.Item key={`${record.atMs} ${record.message}`}>
                {format.dateTime(new Date(record.atMs).toISOString())}: {words(record)}
              </List.Item>
            ))}
          </List>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
