import { Button, Checkbox, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MarkerButton, STANDARD_MARKER_BUTTONS } from '../../../core/emotion/marker.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { WideTable } from '../../ui/wide-table.tsx';
import { keyFrom, kindsFor, MOST_MARKERS, markerProblems, withKind, withOneMore } from './marker-draft.ts';

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
      <WideTable label={t(($) => $.markerSettings.table)} minWidthPx={680}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th miw={226}>{t(($) => $.markerSettings.kind)}</Table.Th>
              <Table.Th w="100%">{t(($) => $.markerSettings.name)}</Table.Th>
              <Table.Th miw={84}>{t(($) => $.markerSettings.key)}</Table.Th>
              <Table.Th>{t(($) => $.markerSettings.interval)}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.map((_, row) => (
              // Rows have no name of their own while they are edited: their place is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <MarkerRow key={row} draft={draft} row={row} onChange={change} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
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

interface MarkerRowProps {
  readonly draft: readonly MarkerButton[];
  readonly row: number;
  readonly onChange: (next: readonly MarkerButton[]) => void;
}

function MarkerRow({ draft, row, onChange }: MarkerRowProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const button = draft[row]!;
  const problems = markerProblems(draft, row);
  const number = row + 1;
  const marker = button.kind === 'custom' && button.name ? button.name : common(($) => $.marker[button.kind]);
  const set = (next: MarkerButton) => onChange(draft.map((each, i) => (i === row ? next : each)));
  const keyProblem = problems.find((each) => each === 'noKey' || each === 'keyTaken' || each === 'keyReserved');
  const nameProblem = problems.find((each) => each === 'noName' || each === 'nameTaken');
  const say = (problem: typeof keyProblem | typeof nameProblem) =>
    problem && t(($) => $.markerSettings.problem[problem], { key: button.hotkey.toUpperCase() });
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Select
          aria-label={t(($) => $.markerSettings.kindOf, { number })}
          allowDeselect={false}
          data={kindsFor(draft, row).map((kind) => ({ value: kind, label: common(($) => $.marker[kind]) }))}
          value={button.kind}
          onChange={(kind) => kind && set(withKind(button, kind))}
        />
      </Table.Td>
      <Table.Td>
        {button.kind === 'custom' && (
          <TextInput
            aria-label={t(($) => $.markerSettings.nameOf, { number })}
            maxLength={40}
            value={button.name}
            error={say(nameProblem)}
            onChange={(event) => set({ ...button, name: event.currentTarget.value })}
          />
        )}
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t(($) => $.markerSettings.keyOf, { marker })}
          value={button.hotkey.toUpperCase()}
          error={say(keyProblem)}
          onChange={(event) => set({ ...button, hotkey: keyFrom(event.currentTarget.value) })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          mt={8}
          aria-label={t(($) => $.markerSettings.intervalOf, { marker })}
          checked={button.isInterval}
          onChange={(event) => set({ ...button, isInterval: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-md"
          mt={4}
          variant="default"
          aria-label={t(($) => $.markerSettings.removeOne, { marker })}
          disabled={draft.length === 1}
          onClick={() => onChange(draft.filter((_, i) => i !== row))}
        >
          {common(($) => $.action.remove)}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
