import { expect, it } from 'vitest';
import { z } from 'zod';
import { schemaFault } from './schema-fault.ts';

const schema = z.object({
  classes: z.array(z.object({ images: z.number() })),
  id: z.string().min(2, 'an id has letters'),
});

it.each([
  ['a missing field', { classes: [{}], id: 'base' }, 'classes.0.images is missing'],
  [
    'a field of another kind',
    { classes: 'none', id: 'base' },
    'classes: Invalid input: expected array, received string',
  ],
  ['a rule of its own', { classes: [], id: '' }, 'id: an id has letters'],
  ['no object at all', 7, 'the whole: Invalid input: expected object, received number'],
  ['nothing at all', undefined, 'the whole is missing'],
])('says %s', (_, value, wanted) => {
  expect(schemaFault(schema.safeParse(value, { reportInput: true }).error!.issues[0]!)).toBe(wanted);
});
