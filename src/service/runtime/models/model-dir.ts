import { join } from 'node:path';
import type { StoredModel } from '../../../core/store/lab/models.node.ts';
import type { OpenSite, Runtime } from '../runtime.ts';

/** Where a model lies now: the store keeps the folder's name only, so that program and data can be moved. */
export function modelDir(
  runtime: Pick<Runtime, 'options'>,
  site: Pick<OpenSite, 'folder'>,
  { origin, dir }: Pick<StoredModel, 'origin' | 'dir'>,
): string {
  return join(origin === 'shipped' ? runtime.options.modelsDir : site.folder.modelsDir, dir);
}
