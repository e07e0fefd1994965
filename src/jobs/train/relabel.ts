import type { ImageRecord } from '../../core/dataset/dataset.ts';
import type { CompleteTrainingJob } from './training-job.ts';

/** What people's labels have changed in a run's images. */
export interface Relabelled {
  /** Images that count as another emotion than their dataset says. */
  readonly changed: number;
  /** Images without a usable face, as people say. */
  readonly leftOut: number;
  /** Images of which people say different things. */
  readonly disputed: number;
}

/**
 * Images as people who looked at them label them, in place of what their datasets say. The files stay as they are. An image that
 * got another emotion has one label and no annotators' votes: they were about what it was taken for before.
 */
export function relabel(
  records: readonly ImageRecord[],
  labels: CompleteTrainingJob['relabelled'],
): Relabelled & { readonly records: ImageRecord[] } {
  const keyOf = ({ dir, path }: { readonly dir: string; readonly path: string }) => JSON.stringify([dir, path]);
  const labelOf = new Map(labels.map((each) => [keyOf(each), each.becomes]));
  let [changed, leftOut, disputed] = [0, 0, 0];
  const kept = records.flatMap((record) => {
    const becomes = labelOf.get(keyOf(record)) ?? record.emotion;
    if (becomes === record.emotion) return [record];
    if (becomes === 'left-out') leftOut += 1;
    else if (becomes === 'disputed') disputed += 1;
    else {
      changed += 1;
      return [{ ...record, emotion: becomes, votes: null }];
    }
    return [];
  });
  return { records: kept, changed, leftOut, disputed };
}

/** For the card; null where nothing was changed. */
export function relabelledText({ changed, leftOut, disputed }: Relabelled): string | null {
  if (changed + leftOut + disputed === 0) return null;
  return (
    `People at the site labelled images anew: ${changed} count as another emotion than their dataset says, ${leftOut} ` +
    `were left out as showing no usable face, and ${disputed} because people differ.`
  );
}
