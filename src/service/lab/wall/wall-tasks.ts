import type { WallCount, WallImages } from '../../../contract/wall.ts';
import { AGE_BANDS } from '../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import {
  inOrder,
  type SelectedImage,
  type SelectOptions,
  selectImages,
} from '../../../core/store/lab/wall/select-images.node.ts';
import type { WallOrder } from '../../../core/store/lab/wall/wall-filter.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';

const GROUPS = ['child', 'adult'] as const;

/** The images that a filter means, as columns. */
export function wallImages(
  db: ReadableDb,
  { order, ...options }: SelectOptions & { readonly order: WallOrder },
): WallImages {
  const images = inOrder(selectImages(db, options), order);
  const column = (value: (image: SelectedImage) => number) => Int8Array.from(images, value);
  return {
    count: images.length,
    keys: Uint32Array.from(images, ({ key }) => key),
    emotion: column(({ emotion }) => emotion),
    group: column(({ group }) => group),
    said: column(({ said }) => said),
    disagrees: Uint8Array.from(images, ({ disagrees }) => Number(disagrees)),
    hasFace: Uint8Array.from(images, ({ hasFace }) => Number(hasFace)),
    mine: column(({ mine }) => mine),
  };
}

/** How many images there are of each group, emotion and age band, whatever the filter says of these three. */
export function wallCounts(db: ReadableDb, { filter, ...options }: SelectOptions): WallCount[] {
  const wider = { ...filter, group: undefined, emotion: undefined, ageBand: undefined };
  const images = selectImages(db, { filter: wider, ...options });
  const cells = Map.groupBy(images, ({ group, emotion, ageBand }) => `${group} ${emotion} ${ageBand}`);
  return [...cells.values()].map((inCell) => {
    const { group = -1, emotion = -1, ageBand = -1 } = inCell[0] ?? {};
    return {
      group: GROUPS[group] ?? 'unknown',
      emotion: EMOTIONS[emotion] ?? 'none',
      ageBand: AGE_BANDS[ageBand]?.name ?? 'unknown',
      images: inCell.length,
    };
  });
}
