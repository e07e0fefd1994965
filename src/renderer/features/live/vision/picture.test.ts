import { expect, test } from 'vitest';
import { LastPicture, type Picture } from './picture.ts';

test('one frame is held open at a time, and none once it is dropped', () => {
  const open = new Set<string>();
  const pictureOf = (name: string) => {
    open.add(name);
    return { frame: { close: () => open.delete(name) }, result: {} } as unknown as Picture;
  };
  const last = new LastPicture();
  last.show(pictureOf('first'));
  const second = pictureOf('second');
  last.show(second);
  expect(last.current).toBe(second);
  expect([...open]).toEqual(['second']);
  last.drop();
  last.drop();
  expect(last.current).toBeNull();
  expect(open.size).toBe(0);
});
