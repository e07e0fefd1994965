import { z } from 'zod';
import { markerButtonSchema } from '../../contract/emotion-schemas.ts';
import { type MarkerButton, STANDARD_MARKER_BUTTONS } from '../../core/emotion/marker.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';

const SETTING = 'marker-buttons';

/** What the site marks with: the standard buttons until somebody has set others. */
export function markerButtons(db: ReadableDb): MarkerButton[] {
  const stored = readSetting(db, SETTING);
  return stored === null ? [...STANDARD_MARKER_BUTTONS] : z.array(markerButtonSchema).parse(stored);
}

export const markerButtonsHandlers: Handlers<'site.markerButtons' | 'site.setMarkerButtons'> = {
  'site.markerButtons': ({ db }) => markerButtons(db),

  'site.setMarkerButtons'(context, { buttons }) {
    inTransaction(context.db, () => {
      writeSetting(context.db, SETTING, buttons);
      recordAction(context, 'site.setMarkerButtons', '');
    });
    context.runtime.events.emit('site.changed', {});
    return {};
  },
};
