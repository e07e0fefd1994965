import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MarkerButton, STANDARD_MARKER_BUTTONS } from '../../../core/emotion/marker.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { MOST_MARKERS, markerProblems, withOneMore } from './marker-draft.ts';
import { MarkerDraftTable } from './marker-draft-table.tsx';

/** The buttons and keys of the live screen, as this site wants them. */
export function MarkerSection() {
  const { t } = useTranslation('entries');
  const buttons = useCall('site.markerButtons', {});
  return (
    <Section title={t(($) => $.markerSettings.title)} description={t(($) => $.markerSettings.description)}>
      {buttons.error && (
        <ErrorNotice
          error={buttons.error}
          title={t(($) => $.markerSettings.unreadable)}
          onRetry={() => void buttons.refetch()}
        />
      )}
      {buttons.data && <MarkerForm stored={buttons.data} />}
    </Section>
  );
}

function MarkerForm({ stored }: { readonly stored: readonly MarkerButton[] }) {
  const { t } = useTranslation('entries');
  const [draft, setDraft] = useState(stored);
  const save = useAction('site.setMarkerButtons');
  const isSound = draft.length > 0 && draft.every((_, row) => markerProblems(draft, row).length === 0);
  const change = (next: readonly MarkerButton[]) => {
    save.reset();
    setDraft(next);
  };
  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) save.mutate({ buttons: draft.map((each) => ({ ...each, name: each.name.trim() })) });
      }}
    >
      <MarkerDraftTable draft={draft} onChange={change} />
      <Text size="sm" c="dimmed">
        {t(($) => $.markerSettings.intervalHint)}
      </Text>
      {save.error && <ErrorNotice error={save.error} title={t(($) => $.markerSettings.notSaved)} />}
      <Group>
        <Button type="submit" loading={save.isPending} disabled={!isSound}>
          {t(($) => $.markerSettings.save)}
        </Button>
        <Button variant="default" disabled={draft.length >= MOST_MARKERS} onClick={() => change(withOneMore(draft))}>
          {t(($) => $.markerSettings.add)}
        </Button>
        <Button variant="default" onClick={() => change(STANDARD_MARKER_BUTTONS)}>
          {t(($) => $.markerSettings.reset)}
        </Button>
        <Text role="status" size="sm">
          {save.isSuccess && t(($) => $.markerSettings.saved)}
        </Text>
      </Group>
    </Stack>
  );
}
