import { expect, test } from 'vitest';
import { makeLetterBox, openLetter, sealLetter } from './letter-box.node.ts';

test('whoever has the public key puts a letter in, and only the private key takes it out', () => {
  const [box, other] = [makeLetterBox(), makeLetterBox()];
  const letter = sealLetter('Zoë, 09:00', box.publicKey);
  // Not "Zo", which base64 of random bytes has now and then.
  const bytes = letter.split(' ').map((part) => Buffer.from(part, 'base64').toString('latin1'));
  expect([letter, ...bytes].join(' ')).not.toContain('09:00');
  expect(openLetter(letter, box.privateKey)).toBe('Zoë, 09:00');
  expect(openLetter(letter, other.privateKey)).toBeNull();
  expect(sealLetter('Zoë, 09:00', box.publicKey), 'two letters tell nothing of each other').not.toBe(letter);
});

test('a letter that was changed, cut off or is none is not read', () => {
  const box = makeLetterBox();
  const [sender, sealed] = sealLetter('a text', box.publicKey).split(' ') as [string, string];
  const another = sealLetter('a text', box.publicKey).split(' ')[0]!;
  const changed = Buffer.from(sealed, 'base64');
  changed[20]! ^= 1;
  for (const letter of [`${sender} ${changed.toString('base64')}`, `${another} ${sealed}`, sender, '', 'x y']) {
    expect(openLetter(letter, box.privateKey), letter).toBeNull();
  }
});
