import { errors } from './en/errors.ts';
import type { FailureValue, ValuesIn } from './failure-values.ts';

type Texts = typeof errors;

/** Without the ending that tells one from many. */
type BareKey<Key> = Key extends `${infer Bare}_${'one' | 'other'}` ? Bare : Key;

/** Why something was refused or failed: a key of the catalogue, "group.what". */
export type Reason = { [Group in keyof Texts]: `${Group}.${BareKey<keyof Texts[Group]> & string}` }[keyof Texts];

type TextOf<R extends Reason> = R extends `${infer Group extends keyof Texts}.${infer Key}`
  ? Texts[Group][(Key | `${Key}_one` | `${Key}_other`) & keyof Texts[Group]] & string
  : never;

/** What has to be told with a reason. */
export type ValuesOf<R extends Reason> = ValuesIn<TextOf<R>>;

/** A reason whose text says all there is to say. */
export type PlainReason = { [R in Reason]: keyof ValuesOf<R> extends never ? R : never }[Reason];

/**
 * Why something was refused or failed, as plain data: it crosses threads, processes and the boundary to the window, and
 * is stored. The words are the catalogue's, in the language of whoever reads it.
 */
export interface Failure {
  readonly reason: Reason;
  readonly values: Readonly<Record<string, FailureValue>>;
}

/** A failure with all that its text wants to be told, and nothing else. */
export function failure<R extends Reason>(
  reason: R,
  ...[values]: keyof ValuesOf<R> extends never ? [] : [values: ValuesOf<R>]
): Failure {
  return { reason, values: { ...values } };
}

/** Every reason of the catalogue. */
export const REASONS: readonly Reason[] = [
  ...new Set(
    Object.entries(errors).flatMap(([group, texts]) =>
      Object.keys(texts).map((key) => `${group}.${key.replace(/_(one|other)$/, '')}` as Reason),
    ),
  ),
];

export function isReason(text: string): text is Reason {
  return (REASONS as readonly string[]).includes(text);
}
