import { Box, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MarkerButton } from '../../../core/emotion/marker.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { keyFrom, kindsFor, type MarkerProblem, markerProblems, withKind } from './marker-draft.ts';

interface MarkerDraftTableProps {
  readonly draft: readonly MarkerButton[];
  readonly onChange: (next: readonly MarkerButton[]) => void;
}

/** Each marker's kind, name and key as fields; what is wrong stands below its field. */
export function MarkerDraftTable({ draft, onChange }: MarkerDraftTableProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const rows = draft.map((button, place) => ({ button, place, problems: markerProblems(draft, place) }));
  const set = (place: number, next: MarkerButton) => onChange(draft.map((each, i) => (i === place ? next : each)));
  const nameOf = ({ kind, name }: MarkerButton) => (kind === 'custom' && name ? name : common(($) => $.marker[kind]));
  const say = (problem: MarkerProblem | undefined, { hotkey }: MarkerButton) =>
    problem && t(($) => $.markerSettings.problem[problem], { key: hotkey.toUpperCase() });
  return (
    <DataTable
      label={t(($) => $.markerSettings.table)}
      minWidthPx={680}
      isTopAligned
      rows={rows}
      // Rows have no name of their own while they are edited: their place is what they are.
      rowKey={({ place }) => place}
      columns={{
        kind: {
          header: t(($) => $.markerSettings.kind),
          minWidthPx: 226,
          cell: ({ button, place }) => (
            <Select
              aria-label={t(($) => $.markerSettings.kindOf, { number: place + 1 })}
              allowDeselect={false}
              data={kindsFor(draft, place).map((kind) => ({ value: kind, label: common(($) => $.marker[kind]) }))}
              value={button.kind}
              onChange={(kind) => kind && set(place, withKind(button, kind))}
            />
          ),
        },
        name: {
          header: t(($) => $.markerSettings.name),
          width: '100%',
          cell: ({ button, place, problems }) =>
            button.kind === 'custom' && (
              <TextInput
                aria-label={t(($) => $.markerSettings.nameOf, { number: place + 1 })}
                maxLength={40}
                value={button.name}
                error={say(problems.find(isOfName), button)}
                onChange={(event) => set(place, { ...button, name: event.currentTarget.value })}
              />
            ),
        },
        key: {
          header: t(($) => $.markerSettings.key),
          minWidthPx: 84,
          cell: ({ button, place, problems }) => (
            <TextInput
              aria-label={t(($) => $.markerSettings.keyOf, { marker: nameOf(button) })}
              value={button.hotkey.toUpperCase()}
              error={say(
                problems.find((each) => !isOfName(each)),
                button,
              )}
              onChange={(event) => set(place, { ...button, hotkey: keyFrom(event.currentTarget.value) })}
            />
          ),
        },
        interval: {
          header: t(($) => $.markerSettings.interval),
          cell: ({ button, place }) => (
            <Checkbox
              mt={8}
              aria-label={t(($) => $.markerSettings.intervalOf, { marker: nameOf(button) })}
              checked={button.isInterval}
              onChange={(event) => set(place, { ...button, isInterval: event.currentTarget.checked })}
            />
          ),
        },
        remove: {
          align: 'right',
          cell: ({ button, place }) => (
            <Box mt={4}>
              <RowButton
                label={t(($) => $.markerSettings.removeOne, { marker: nameOf(button) })}
                disabled={draft.length === 1}
                onClick={() => onChange(draft.filter((_, i) => i !== place))}
              >
                {common(($) => $.action.remove)}
              </RowButton>
            </Box>
          ),
        },
      }}
    />
  );
}

function isOfName(problem: MarkerProblem): boolean {
  return problem === 'noName' || problem === 'nameTaken';
}
