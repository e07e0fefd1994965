import type { DatasetFinding } from '../../../../../contract/datasets.ts';
import { isEmotion } from '../../../../../core/emotion/emotion.ts';
import type { WallFilter } from '../../../../../core/store/lab/wall/wall-filter.ts';
import { wallPath } from '../../wall/wall-query.ts';

/** Where the pictures of a finding are on the wall; null for one that is about none in particular. */
export function findingLink(datasetId: string, { name, about }: DatasetFinding): string | null {
  const filter = filterOf(name, about);
  return filter && wallPath({ filter: { datasetId, ...filter } });
}

function filterOf(name: DatasetFinding['name'], about: readonly string[]): WallFilter | null {
  const [first = ''] = about;
  switch (name) {
    case 'broken':
      return { state: 'broken' };
    case 'unlabelled':
    case 'words':
      return { emotion: 'none' };
    case 'few-of-emotion':
      return isEmotion(first) ? { group: 'child', emotion: first } : null;
    case 'two-groups':
    case 'two-splits':
    case 'mostly-one':
      return { subject: first };
    default:
      return null;
  }
}
