/**
 * Which part of a track a player shows.
 *
 * A phone that trims a film leaves all its pictures in the file and writes an edit list: what is to be shown, and when.
 *
 * Source: ISO/IEC 14496-12, 8.6.5 and 8.6.6 (EditBox, EditListBox).
 */

/** One entry of an edit list. */
export interface Edit {
  /** How long it is shown. 0 in a file of fragments: as long as there is something. */
  readonly lengthSeconds: number;
  /** From where in the track; null: nothing is shown. */
  readonly fromSeconds: number | null;
  /** 1: as it was filmed; 0: one picture all the time. */
  readonly rate: number;
}

/** On the film's own time: where its sound and its pictures are laid side by side. */
export interface ShownPart {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

const ALL: ShownPart = { fromSeconds: Number.NEGATIVE_INFINITY, toSeconds: Number.POSITIVE_INFINITY };

/**
 * @param edits Of one track, in order; none: all of it is shown.
 * @returns Null where more than one piece is shown, or one at another speed: times would not be those of the film, and
 *   mediabunny shows the first piece to its end and beyond.
 */
export function shownPart(edits: readonly Edit[]): ShownPart | null {
  if (edits.length === 0) return ALL;
  const first = edits.findIndex(({ fromSeconds }) => fromSeconds !== null);
  const shown = edits[first];
  if (!shown || first < edits.length - 1 || shown.rate !== 1) return null;
  const fromSeconds = edits.slice(0, first).reduce((sum, { lengthSeconds }) => sum + lengthSeconds, 0);
  const isOpen = shown.lengthSeconds === 0;
  return { fromSeconds, toSeconds: isOpen ? Number.POSITIVE_INFINITY : fromSeconds + shown.lengthSeconds };
}
