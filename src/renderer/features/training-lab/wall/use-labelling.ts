import { useCallback, useRef, useState } from 'react';
import type { WallImages } from '../../../../contract/wall.ts';
import { IMAGE_LABELS, type ImageLabel, WALL_USES, type WallUse } from '../../../../core/store/lab/wall/wall-filter.ts';
import { call } from '../../../client/client.ts';
import { askWhoIsThere, queryClient } from '../../../client/query-client.ts';

/** What was done last, for whoever does not see it. */
export type LabellingNews =
  | { readonly kind: 'saved'; readonly label: ImageLabel; readonly index: number }
  | { readonly kind: 'undone'; readonly index: number }
  | { readonly kind: 'nothing-to-undo' };

interface Step {
  readonly index: number;
  readonly before: ImageLabel | null;
}

export interface Labelling {
  /** What this person says of an image, by its place in the list. */
  readonly labelOf: (index: number) => ImageLabel | null;
  /** What a training makes of it, as this person may see it. */
  readonly shownUseOf: (index: number) => WallUse | null;
  readonly label: (index: number, label: ImageLabel) => void;
  /** Takes back the last label of this visit. @returns Its place in the list; null when there is none. */
  readonly undo: () => number | null;
  readonly news: LabellingNews | null;
  readonly error: Error | null;
}

/**
 * Labels at the speed of keys: each is shown at once, sent in the order of the keys, and taken back where the service
 * refuses it.
 */
export function useLabelling(images: WallImages): Labelling {
  const [given, setGiven] = useState<ReadonlyMap<number, ImageLabel | null>>(new Map());
  const [uses, setUses] = useState<ReadonlyMap<number, WallUse>>(new Map());
  const [news, setNews] = useState<LabellingNews | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const steps = useRef<Step[]>([]);
  const sent = useRef<Promise<void>>(Promise.resolve());

  const labelOf = useCallback(
    (index: number) => {
      const label = given.get(images.keys[index] ?? 0);
      return label === undefined ? (IMAGE_LABELS[images.mine[index] ?? -1] ?? null) : label;
    },
    [images, given],
  );
  const shownUseOf = useCallback(
    (index: number) => uses.get(images.keys[index] ?? 0) ?? WALL_USES[images.use[index] ?? -1] ?? null,
    [images, uses],
  );

  function give(index: number, label: ImageLabel | null): void {
    const imageKey = images.keys[index];
    if (imageKey === undefined) return;
    const before = labelOf(index);
    const show = (shown: ImageLabel | null) => setGiven((all) => new Map(all).set(imageKey, shown));
    show(label);
    setError(null);
    sent.current = sent.current.then(async () => {
      try {
        const { use } = await call('wall.label', { imageKey, label });
        setUses((all) => new Map(all).set(imageKey, use));
        void queryClient.invalidateQueries({ queryKey: ['wall.image', { imageKey }] });
        for (const asked of ['wall.agreement', 'wall.counts', 'datasets.list']) {
          void queryClient.invalidateQueries({ queryKey: [asked] });
        }
      } catch (failed) {
        show(before);
        setError(failed as Error);
        askWhoIsThere(failed);
      }
    });
  }

  return {
    labelOf,
    shownUseOf,
    label(index, label) {
      steps.current.push({ index, before: labelOf(index) });
      give(index, label);
      setNews({ kind: 'saved', label, index });
    },
    undo() {
      const step = steps.current.pop();
      if (!step) {
        setNews({ kind: 'nothing-to-undo' });
        return null;
      }
      give(step.index, step.before);
      setNews({ kind: 'undone', index: step.index });
      return step.index;
    },
    news,
    error,
  };
}
