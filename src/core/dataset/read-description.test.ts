import { expect, it } from 'vitest';
import { readDescription } from './read-description.node.ts';
import { temporaryDataset } from './testing/temporary-dataset.node.ts';

function described(yaml: string) {
  using dataset = temporaryDataset({ 'dataset.yaml': yaml });
  return readDescription(dataset.dir);
}

it('reads what a folder says of its images', () => {
  expect(described('shows: photographs of children at play\nrealChildren: true\nlicence: CC-BY-4.0')).toEqual({
    shows: 'photographs of children at play',
    realChildren: true,
    licence: 'CC-BY-4.0',
  });
  expect(described('shows: drawings\nrealChildren: false')?.licence).toBeNull();
});

it('knows nothing of a folder that says nothing', () => {
  using dataset = temporaryDataset({});
  expect(readDescription(dataset.dir)).toBeNull();
});

it.each([
  ['shows: drawings', /dataset.yaml: realChildren: .*"shows" \(a text\)/],
  ['shows: drawings\nrealChildren: maybe', /realChildren/],
  ['shows: drawings\nrealChildren: true\nowner: me', /owner/],
  ['shows: [', /cannot be read/],
  ['', /the whole/],
])('says what is wrong with %o', (yaml, message) => {
  expect(() => described(yaml)).toThrow(message);
});
