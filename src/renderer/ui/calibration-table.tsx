import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { DataTable } from './data-table.tsx';
import { useFormat } from './format.ts';
import { PicturesLink } from './pictures-link.tsx';
import { PicturesOfRun } from './pictures-of-run.ts';

/** The bins of the calibration diagram, each with its pictures. Nothing where the pictures are not known. */
export function CalibrationTable({ calibrationBins }: Pick<Evaluation, 'calibrationBins'>) {
  const { t } = useTranslation('evaluation');
  const { t: results } = useTranslation('results');
  const format = useFormat();
  if (use(PicturesOfRun) === null) return null;
  const between = (from: number, to: number) =>
    results(($) => $.pictures.between, { from: format.figure(from), to: format.figure(to) });
  return (
    <DataTable
      label={results(($) => $.pictures.bins)}
      rows={calibrationBins.filter(({ images }) => images > 0)}
      rowKey={({ from }) => from}
      columns={{
        sure: {
          header: t(($) => $.plot.confidence),
          isRowHeader: true,
          cell: ({ from, to }) => between(from, to),
        },
        right: {
          header: t(($) => $.plot.shareRight),
          align: 'right',
          cell: ({ accuracy }) => (accuracy === null ? '–' : format.figure(accuracy)),
        },
        images: {
          header: results(($) => $.pictures.images),
          align: 'right',
          cell: ({ from, to, images }) => (
            <PicturesLink
              choice={{ sure: { from, to } }}
              count={images}
              label={results(($) => $.pictures.openBin, {
                images: t(($) => $.images, { count: images }),
                between: between(from, to),
              })}
            >
              {format.number(images)}
            </PicturesLink>
          ),
        },
      }}
    />
  );
}
