import type { WallCount, WallCounts, WallImages } from '../../../contract/wall.ts';
import { AGE_BANDS } from '../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { isTaken } from '../../../core/store/lab/use/image-use.ts';
import {
  inOrder,
  type SelectedImage,
  type SelectOptions,
  selectImages,
} from '../../../core/store/lab/wall/select-images.node.ts';
import { WALL_USES, type WallOrder } from '../../../core/store/lab/wall/wall-filter.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { consentByDataset } from '../datasets/consented-subjects.ts';

const GROUPS = ['child', 'adult'] as const;

/** What a question about the wall is asked with; consent is looked up where it is answered. */
type Question = Omit<SelectOptions, 'consentOf'> & { readonly now: Date };

function select(db: ReadableDb, { now, ...options }: Question): SelectedImage[] {
  return selectImages(db, { ...options, consentOf: consentByDataset(db, now) });
}

/** The images that a filter means, as columns. */
export function wallImages(
  db: ReadableDb,
  { order, ...question }: Question & { readonly order: WallOrder },
): Omit<WallImages, 'model'> {
  const images = inOrder(select(db, question), order);
  const column = (value: (image: SelectedImage) => number) => Int8Array.from(images, value);
  return {
    count: images.length,
    keys: Uint32Array.from(images, ({ key }) => key),
    emotion: column(({ emotion }) => emotion),
    group: column(({ group }) => group),
    said: column(({ said }) => said),
    disagrees: Uint8Array.from(images, ({ disagrees }) => Number(disagrees)),
    hasFace: Uint8Array.from(images, ({ state }) => Number(state === 'face')),
    mine: column(({ mine }) => mine),
    use: column(({ shownUse }) => WALL_USES.indexOf(shownUse)),
  };
}

/**
 * How many images there are of each group, emotion and age band, whatever the filter says of these three; and what a
 * training makes of the images of the filter, whatever it says of that.
 */
export function wallCounts(db: ReadableDb, { filter, ...question }: Question): WallCounts {
  const wider = { ...filter, group: undefined, emotion: undefined, ageBand: undefined, use: undefined };
  const images = select(db, { filter: wider, ...question });
  const byCell = Map.groupBy(
    images.filter(({ shownUse }) => filter.use === undefined || filter.use === shownUse),
    ({ group, emotion, ageBand }) => `${group} ${emotion} ${ageBand}`,
  );
  const chosen = images.filter((image) => {
    const cell = cellOf(image);
    return (['group', 'emotion', 'ageBand'] as const).every(
      (part) => filter[part] === undefined || filter[part] === cell[part],
    );
  });
  const byUse = Map.groupBy(chosen, ({ shownUse }) => shownUse);
  return {
    cells: [...byCell.values()].map((inCell) => ({ ...cellOf(inCell[0]!), images: inCell.length })),
    uses: WALL_USES.flatMap((use) => {
      const of = byUse.get(use);
      return of ? [{ use, images: of.length }] : [];
    }),
    taken: chosen.filter(({ use }) => isTaken(use)).length,
  };
}

function cellOf({ group, emotion, ageBand }: SelectedImage): Omit<WallCount, 'images'> {
  return {
    group: GROUPS[group] ?? 'unknown',
    emotion: EMOTIONS[emotion] ?? 'none',
    ageBand: AGE_BANDS[ageBand]?.name ?? 'unknown',
  };
}
