/** One thing that a run can be set to. */
export interface Setting<Value> {
  /** What it does, in a line for people at a terminal. */
  readonly says: string;
  /** What it is when nothing is said; undefined where that depends on learner and regime. */
  readonly usual: Value | undefined;
  /** What it may be, in words that follow "has to be". */
  readonly wanted: string;
  /** The same for programs, as JSON Schema: what it says may be a little more than is allowed, never less. */
  readonly json: Readonly<Record<string, unknown>>;
  isAllowed(value: unknown): value is Value;
}

interface About<Value> {
  readonly usual?: Value;
  readonly says: string;
}

/** A range, whose ends are included (`from`, `to`) or not (`above`, `below`). */
type Range = (
  | { readonly from: number; readonly above?: undefined }
  | { readonly above: number; readonly from?: undefined }
) &
  ({ readonly to: number; readonly below?: undefined } | { readonly below: number; readonly to?: undefined });

export function realNumber({ usual, says, ...range }: Range & About<number>): Setting<number> {
  return {
    says,
    usual,
    wanted: rangeText(range),
    json: { type: 'number', ...rangeJson(range) },
    isAllowed: (value): value is number => typeof value === 'number' && isWithin(range, value),
  };
}

/** Both ends are included. */
export function wholeNumber({
  from,
  to,
  usual,
  says,
}: { readonly from: number; readonly to: number } & About<number>): Setting<number> {
  return {
    says,
    usual,
    wanted: `a whole number ${rangeText({ from, to })}`,
    json: { type: 'integer', ...rangeJson({ from, to }) },
    isAllowed: (value): value is number => Number.isInteger(value) && isWithin({ from, to }, value as number),
  };
}

/** A list of numbers, each within the range. */
export function numbers({
  least,
  usual,
  says,
  ...range
}: Range & { readonly least: number } & About<readonly number[]>): Setting<readonly number[]> {
  return {
    says,
    usual,
    wanted: `${least === 0 ? 'numbers' : `${least} or more numbers`} ${rangeText(range)}`,
    json: { type: 'array', items: { type: 'number', ...rangeJson(range) }, minItems: least },
    isAllowed: (value): value is readonly number[] =>
      Array.isArray(value) &&
      value.length >= least &&
      value.every((each) => typeof each === 'number' && isWithin(range, each)),
  };
}

/** Two whole numbers, the second not below the first; both ends are included. */
export function risingPair({
  from,
  to,
  usual,
  says,
}: { readonly from: number; readonly to: number } & About<readonly [number, number]>): Setting<
  readonly [number, number]
> {
  const each = wholeNumber({ from, to, says });
  return {
    says,
    usual,
    wanted: `two rising whole numbers ${rangeText({ from, to })}`,
    json: { type: 'array', items: each.json, minItems: 2, maxItems: 2 },
    isAllowed: (value): value is readonly [number, number] =>
      Array.isArray(value) && value.length === 2 && value.every(each.isAllowed) && value[0]! <= value[1]!,
  };
}

export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  { usual, says }: About<NoInfer<Choice>>,
): Setting<Choice> {
  return {
    says,
    usual,
    wanted: `one of ${choices.join(', ')}`,
    json: { enum: choices },
    isAllowed: (value): value is Choice => (choices as readonly unknown[]).includes(value),
  };
}

/** The same setting, which may also be null: not set. */
export function orNull<Value>(setting: Setting<Value>): Setting<Value | null> {
  return {
    says: setting.says,
    usual: null,
    wanted: setting.wanted,
    json: { anyOf: [setting.json, { type: 'null' }] },
    isAllowed: (value): value is Value | null => value === null || setting.isAllowed(value),
  };
}

/** What is wrong with a value that is not allowed. */
export function problemText(name: string, { wanted, json }: Setting<unknown>, found: unknown): string {
  const shown = Array.isArray(found) ? found.join(', ') || 'none' : String(found);
  return `${name} has to be ${wanted}; found ${shown}${isNumeric(json) && !isNumber(found) ? ', which is not a number' : ''}`;
}

function isNumeric({ type, anyOf }: Setting<unknown>['json']): boolean {
  const types = Array.isArray(anyOf) ? anyOf.map((each) => each.type) : [type];
  return types.some((each) => each === 'number' || each === 'integer');
}

function isNumber(value: unknown): boolean {
  return value !== null && Number.isFinite(Number(value)) && !Array.isArray(value);
}

function isWithin({ from, above, to, below }: Range, value: number): boolean {
  const isHighEnough = from === undefined ? value > above : value >= from;
  const isLowEnough = to === undefined ? value < below : value <= to;
  return isHighEnough && isLowEnough;
}

function rangeJson({ from, above, to, below }: Range) {
  return {
    ...(from === undefined ? { exclusiveMinimum: above } : { minimum: from }),
    ...(to === undefined ? { exclusiveMaximum: below } : { maximum: to }),
  };
}

function rangeText({ from, above, to, below }: Range): string {
  if (from === undefined)
    return to === undefined ? `between ${above} and ${below}` : `above ${above} and at most ${to}`;
  return to === undefined ? `${from} or more and below ${below}` : `from ${from} to ${to}`;
}
