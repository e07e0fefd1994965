import { CallError } from '../../contract/error.ts';
import { installedLsl } from '../../core/lsl/library/lsl-library.node.ts';
import { writeSetting } from '../../core/store/settings.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { LSL_SETTING, lslSetting } from '../sessions/session-streams.ts';

/** Streams for other devices: what an administrator allows, and what is open. */
export const lslHandlers: Handlers<'lsl.setting' | 'lsl.set' | 'lsl.open'> = {
  'lsl.setting': ({ db }) => ({ ...lslSetting(db), isInstalled: installedLsl() !== null }),

  'lsl.set'(context, setting) {
    const { db, runtime } = context;
    if (setting.isOn && !installedLsl()) throw new CallError('conflict', failure('site.lsl-not-installed'));
    const { isOn, reach, markersFrom } = setting;
    inTransaction(db, () => {
      writeSetting(db, LSL_SETTING, setting);
      recordAction(context, 'lsl.set', isOn ? `on, ${reach}, markers from ${markersFrom ?? 'nowhere'}` : 'off');
    });
    runtime.lsl.closeAll();
    runtime.events.emit('lsl.changed', {});
    return {};
  },

  'lsl.open': ({ runtime }) => runtime.lsl.list(),
};
