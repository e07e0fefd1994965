import { countImages } from '../../core/store/lab/dataset-images.node.ts';
import { makeMomentsDataset, momentsDataset } from '../../core/store/lab/moments.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { bringMoments } from './moments-of-doubt.ts';

/** Moments of doubt: brought into the wall, where people name them as other images. */
export const momentsHandlers: Handlers<'moments.dataset' | 'moments.bring'> = {
  'moments.dataset'({ db }) {
    const datasetId = momentsDataset(db);
    return datasetId === null ? null : { datasetId, images: countImages(db, datasetId).images };
  },

  async 'moments.bring'(context, { name }) {
    const { db, site, now, runtime } = context;
    const datasetId = inTransaction(db, () => {
      const id = makeMomentsDataset(db, name, now);
      recordAction(context, 'moments.bring', id);
      return id;
    });
    const brought = await bringMoments(site, now);
    runtime.events.emit('datasets.changed', {});
    return { datasetId, ...brought };
  },
};
