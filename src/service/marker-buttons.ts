import { z } from 'zod';
import { markerButtonSchema } from '../contract/emotion-schemas.ts';
import { STANDARD_MARKER_BUTTONS } from '../core/emotion/sample.ts';
import { readSetting, writeSetting } from '../core/store/settings.node.ts';
import { inTransaction } from '../core/store/store.node.ts';
import type { Handlers } from './call-context.ts';
import { recordAction } from './record-action.ts';

const SETTING = 'marker-buttons';

/** What the site marks with: the standard buttons until somebody has set others. */
export const markerButtonsHandlers: Handlers<'site.markerButtons' | 'site.setMarkerButtons'> = {
  'site.markerButtons'({ db }) {
    const stored = readSetting(db, SETTING);
    return stored === null ? [...STANDARD_MARKER_BUTTONS] : z.array(markerButtonSchema).parse(stored);
  },

  'site.setMarkerButtons'(work, { buttons }) {
    inTransaction(work.db, () => {
      writeSetting(work.db, SETTING, buttons);
      recordAction(work, 'site.setMarkerButtons', '');
    });
    work.desk.events.emit('site.changed', {});
    return {};
  },
};
