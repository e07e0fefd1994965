import type { MarkerKind } from './sample.ts';

/** What staff read on a marker's button, on the timeline and in the report: the same word everywhere. */
export const MARKER_WORDS: Readonly<Record<MarkerKind, string>> = {
  needle: 'Needle',
  medication: 'Medication',
  play: 'Play',
  'parent-leaves': 'Parent leaves',
  'parent-returns': 'Parent returns',
  pain: 'Pain',
  note: 'Note',
  custom: 'Own marker',
};
