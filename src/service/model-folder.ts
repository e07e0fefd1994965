import { join } from 'node:path';
import type { StoredModel } from '../core/store/models.node.ts';
import type { Desk, OpenSite } from './desk.ts';

/** Where a model lies now: the store keeps the folder's name only, so that program and data can be moved. */
export function modelDir(desk: Desk, site: OpenSite, { origin, dir }: StoredModel): string {
  return join(origin === 'shipped' ? desk.options.modelsDir : site.folder.modelsDir, dir);
}
