import type { Failure } from '../../words/failure.ts';
import type { DatasetProblem } from '../dataset.ts';
import { LeftOut } from './left-out.ts';

/** Whether an image was left out for want of a label alone: there is none, where another word would be a mistake. */
export function isUnlabelled({ reason, values }: Failure): boolean {
  return reason === 'leftOut.emotion' && values.found === '';
}

/** Makes one problem of all images without a label: they are no mistakes, and can be labelled. */
export function foldUnlabelled(dir: string, name: string, problems: readonly DatasetProblem[]): DatasetProblem[] {
  const unlabelled = new LeftOut(dir, name);
  for (const { why } of problems) if (isUnlabelled(why)) unlabelled.add(why);
  return [...problems.filter(({ why }) => !isUnlabelled(why)), ...unlabelled.problems()];
}
