import { Button, Group, Kbd } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../../core/emotion/observation.ts';
import { ObservationDialog } from '../../../ui/observation/observation-dialog.tsx';
import { OBSERVATION_KEYS } from '../../../ui/session-keys.ts';
import type { SessionEntries } from './session-entries.ts';
import { useSessionKeys } from './use-session-keys.ts';

const KINDS = ['flacc', 'faces-scale', 'note'] as const satisfies readonly Observation['kind'][];

interface ObservationButtonsProps {
  readonly entries: SessionEntries;
  /** The session's clock, asked when the dialog opens. */
  readonly nowMs: () => number;
}

/** FLACC, the child's own rating and a note, at any time: each belongs to the moment at which its dialog was opened. */
export const ObservationButtons = memo(function ObservationButtons({ entries, nowMs }: ObservationButtonsProps) {
  const { t } = useTranslation('entries');
  const [asked, setAsked] = useState<{ readonly kind: Observation['kind']; readonly atMs: number } | null>(null);
  const ask = (kind: Observation['kind']) => setAsked({ kind, atMs: nowMs() });
  useSessionKeys(KINDS.map((kind) => [OBSERVATION_KEYS[kind], () => ask(kind)]));
  return (
    <Group gap="xs" role="group" aria-label={t(($) => $.observation.group)}>
      {KINDS.map((kind) => (
        <Button
          key={kind}
          variant="default"
          size="compact-md"
          aria-keyshortcuts={OBSERVATION_KEYS[kind]}
          rightSection={<Kbd size="xs">{OBSERVATION_KEYS[kind].toUpperCase()}</Kbd>}
          onClick={() => ask(kind)}
        >
          {t(($) => $.observation.button[kind])}
        </Button>
      ))}
      <ObservationDialog
        opened={asked !== null}
        kind={asked?.kind}
        onClose={() => setAsked(null)}
        onSave={(observation) => asked && entries.observe(observation, asked.atMs)}
      />
    </Group>
  );
});
