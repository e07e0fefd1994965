import fc from 'fast-check';
import { z } from 'zod';

/** What of JSON Schema is read here. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: string[];
}

/**
 * Any value that a schema takes as input: a field that is added to the schema is covered from then on.
 *
 * @param texts What its texts are made of. What the schema refuses is drawn again, so that a refinement that few values
 *   fulfil needs an arbitrary of its own.
 */
export function arbitraryOfSchema(schema: z.ZodType, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return arbitraryOf(json, texts).filter((value) => schema.safeParse(value).success);
}

function arbitraryOf(schema: JsonSchema, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const any = (each: JsonSchema = {}) => arbitraryOf(each, texts);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(any));
  const { type } = schema;
  if (typeof type === 'object') return fc.oneof(...type.map((each) => any({ ...schema, type: each })));
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return texts;
    case 'integer':
      return fc.integer({ min: schema.minimum, max: schema.maximum });
    case 'number':
      return fc.double({ ...limitsOf(schema), noNaN: true });
    case 'array':
      return fc.array(any(schema.items), { minLength: schema.minItems, maxLength: 4 });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, any(each)] as const);
      const { required: requiredKeys = [] } = schema;
      return fc.record(Object.fromEntries(fields), { requiredKeys });
    }
    default:
      throw new Error(`nothing can be made up for a schema of type ${type}`);
  }
}

function limitsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): fc.DoubleConstraints {
  return {
    min: exclusiveMinimum ?? minimum,
    max: exclusiveMaximum ?? maximum,
    minExcluded: exclusiveMinimum !== undefined,
    maxExcluded: exclusiveMaximum !== undefined,
  };
}
