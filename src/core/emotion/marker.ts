/** What staff can mark on the timeline; `custom` is a kind that the site has named itself, its name is the marker's text. */
export const MARKER_KINDS = [
  'needle',
  'medication',
  'play',
  'parent-leaves',
  'parent-returns',
  'pain',
  'note',
  'custom',
] as const;

export type MarkerKind = (typeof MARKER_KINDS)[number];

/** A staff event on the timeline: a point, or an interval once `toMs` is known. */
export interface Marker {
  readonly atMs: number;
  /** End of an interval, >= atMs; null for a point, and for an interval that goes on. */
  readonly toMs: number | null;
  readonly kind: MarkerKind;
  /** Free words of the staff, possibly empty; the site's own name for a `custom` one. */
  readonly text: string;
}

/** One of the buttons and keys that staff mark with, as the site has set them. */
export interface MarkerButton {
  readonly kind: MarkerKind;
  /** Name of a `custom` kind; empty for the others, whose words are in the catalogue. */
  readonly name: string;
  /** One character: the key on the keyboard. */
  readonly hotkey: string;
  /** Pressed once it begins, pressed again it ends. */
  readonly isInterval: boolean;
}

export const STANDARD_MARKER_BUTTONS: readonly MarkerButton[] = [
  { kind: 'needle', name: '', hotkey: '1', isInterval: false },
  { kind: 'medication', name: '', hotkey: '2', isInterval: false },
  { kind: 'play', name: '', hotkey: '3', isInterval: true },
  { kind: 'parent-leaves', name: '', hotkey: '4', isInterval: false },
  { kind: 'parent-returns', name: '', hotkey: '5', isInterval: false },
  { kind: 'pain', name: '', hotkey: '6', isInterval: true },
  { kind: 'note', name: '', hotkey: '7', isInterval: false },
];
