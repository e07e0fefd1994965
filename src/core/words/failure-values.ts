import type { common } from './en/common.ts';
import type { terms } from './en/terms.ts';
import type { training } from './en/training.ts';

/**
 * What a text of the catalogue wants to be told, read off its placeholders by the compiler: `{{name}}` wants a name,
 * `{{count, number}}` a number, `{{role, role}}` one of the roles. A format that is not listed here wants what there is
 * none of, so that a misspelt one does not compile.
 */
interface FormatValues {
  /** Set in as it is. */
  readonly plain: string | number;
  readonly number: number;
  /** A share or a difference of two: in percentage points. */
  readonly points: number;
  /** Items, joined in the reader's way: "a, b and c". */
  readonly list: readonly string[];
  readonly role: keyof typeof terms.role;
  readonly roles: readonly (keyof typeof terms.someRole)[];
  /** An emotion, or what else a rater can say of a stretch. */
  readonly label: keyof typeof common.emotion | keyof typeof common.annotation;
  readonly runState: keyof typeof terms.runState;
  readonly labels: readonly (keyof typeof common.emotion)[];
  readonly regime: keyof typeof training.regime;
  readonly learner: keyof typeof training.learner;
  readonly host: keyof typeof terms.host;
  readonly group: keyof typeof terms.group;
  /** The way to a field of what was sent, such as "buttons.3.hotkey"; one that people fill in is called as on the screen. */
  readonly field: string;
  readonly kind: keyof typeof terms.kind;
  readonly layouts: readonly (keyof typeof terms.layout)[];
}

/** A value as it travels and is stored. */
export type FailureValue = string | number | readonly string[];

type Placeholders<Text extends string> = Text extends `${string}{{${infer Placeholder}}}${infer Rest}`
  ? Placeholder | Placeholders<Rest>
  : never;

type NameIn<Placeholder> = Placeholder extends `${infer Name},${string}` ? Name : Placeholder;

type FormatIn<Placeholder> = Placeholder extends `${string}, ${infer Format}`
  ? Format extends `${infer Name}(${string}`
    ? Name
    : Format
  : 'plain';

/**
 * The values that a text wants, by the names of its placeholders. Of texts that are put together with `+` the compiler
 * knows only that they are strings: nothing can be told with them, so that such a reason cannot be used.
 */
export type ValuesIn<Text extends string> = string extends Text
  ? never
  : {
      readonly [P in Placeholders<Text> as NameIn<P> & string]: FormatIn<P> extends keyof FormatValues
        ? FormatValues[FormatIn<P>]
        : never;
    };
