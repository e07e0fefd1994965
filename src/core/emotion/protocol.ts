import type { MarkerKind } from './marker.ts';
import type { Observation } from './observation.ts';

/** A marker that a protocol expects in every session. */
export interface ExpectedMarker {
  readonly kind: MarkerKind;
  /** Name of a `custom` kind, which is its text; empty for the others. */
  readonly name: string;
}

/** What a session of one kind is to be like: a plan that the screen keeps in view, never a rule that stops anything. */
export interface Protocol {
  readonly name: string;
  /** Null: as long as it takes. */
  readonly plannedMinutes: number | null;
  /** FLACC is to be scored this often; null: nobody is reminded. */
  readonly flaccEveryMinutes: number | null;
  readonly markers: readonly ExpectedMarker[];
}

/**
 * What about a child may make its face say something else: a palsy moves one half of it, a tube or plaster covers or pulls
 * it, medication slackens it.
 */
export const CAUTION_KINDS = ['palsy', 'tube', 'medication', 'other'] as const;

export type CautionKind = (typeof CAUTION_KINDS)[number];

/** A reason to trust the readings of a child less, as staff know it. */
export interface Caution {
  readonly kind: CautionKind;
  /** Free words of the staff, possibly empty but for `other`. */
  readonly note: string;
}

/** What a session was to be like, and what was known of its child, as both stood when it began. */
export interface SessionPlan {
  readonly protocol: Protocol | null;
  readonly cautions: readonly Caution[];
}

/** Whether a protocol's marker was set. */
export function isSet({ kind, name }: ExpectedMarker, markers: readonly { kind: MarkerKind; text: string }[]): boolean {
  return markers.some((marker) => marker.kind === kind && (kind !== 'custom' || marker.text === name));
}

/**
 * How long ago FLACC was due, in milliseconds of the session's clock; negative while it is not due yet, null without a
 * reminder. It counts from the last score, or from the beginning.
 */
export function flaccOverdueMs(
  { flaccEveryMinutes }: Pick<Protocol, 'flaccEveryMinutes'>,
  observations: readonly { readonly atMs: number; readonly observation: Pick<Observation, 'kind'> }[],
  nowMs: number,
): number | null {
  if (flaccEveryMinutes === null) return null;
  const scored = observations.filter(({ observation }) => observation.kind === 'flacc').map(({ atMs }) => atMs);
  return nowMs - Math.max(0, ...scored) - flaccEveryMinutes * 60_000;
}
