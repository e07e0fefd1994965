import { DatasetError } from '../dataset.ts';

/** Why a dataset that mixes ages cannot be read without a word on whom it shows. */
export function groupNeeded(name: string, dir: string): DatasetError {
  return new DatasetError(
    `${dir} is ${name}, which does not tell children from adults: say whom its images show in a file dataset.yaml in it, ` +
      'with the lines "shows: photographs of adults", "realChildren: false", "group: adult", having left out the others',
  );
}
