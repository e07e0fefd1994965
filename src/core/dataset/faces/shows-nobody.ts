import type { Failure } from '../../words/failure.ts';

/** The picture was seen and shows nobody; any other fault is of the file. */
const SHOWS_NOBODY: readonly Failure['reason'][] = [
  'image.no-face',
  'image.many-faces',
  'image.no-face-made-out',
  'image.blank',
  'image.box-outside',
];

export function showsNobody({ reason }: Failure): boolean {
  return SHOWS_NOBODY.includes(reason);
}
