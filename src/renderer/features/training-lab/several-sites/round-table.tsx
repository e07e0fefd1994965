import { useTranslation } from 'react-i18next';
import type { OwnRound } from '../../../../contract/model-life/federation.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';

/** The rounds in which this site took part, newest first. */
export function RoundTable({ rounds }: { readonly rounds: readonly OwnRound[] }) {
  const { t } = useTranslation('federation');
  const format = useFormat();
  return (
    <DataTable
      label={t(($) => $.rounds.label)}
      minWidthPx={640}
      empty={t(($) => $.rounds.none)}
      rows={rounds}
      rowKey={({ id }) => id}
      columns={{
        round: { header: t(($) => $.rounds.round), cell: ({ round }) => String(round) },
        task: { header: t(($) => $.rounds.task), cell: ({ task }) => t(($) => $.rounds.tasks[task]) },
        at: { header: t(($) => $.rounds.at), cell: ({ atIso }) => format.dateTime(atIso) },
        images: { header: t(($) => $.rounds.images), cell: ({ images }) => String(images) },
        children: { header: t(($) => $.rounds.children), cell: ({ children }) => String(children) },
        leftOut: { header: t(($) => $.rounds.leftOut), cell: ({ childrenLeftOut }) => String(childrenLeftOut) },
      }}
    />
  );
}
