import { expect, it } from 'vitest';
import { cardBody } from './card-body.ts';

it.each([
  ['---\nlicense: apache-2.0\n---\n# Card\n', '# Card\n'],
  ['---\r\nlicense: x\r\n---\r\n# Card\r\n', '# Card\r\n'],
  ['# Card\n\n---\n\nA rule is not front matter.\n\n---\n', '# Card\n\n---\n\nA rule is not front matter.\n\n---\n'],
])('reads the card of %j', (markdown, body) => {
  expect(cardBody(markdown)).toBe(body);
});
