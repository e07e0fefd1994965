import { comingByRule, takenByRule } from '../../core/store/retention/coming.node.ts';
import { readLastTaken } from '../../core/store/retention/last-taken.node.ts';
import { countByRule, readRetentionRules, writeRetentionRules } from '../../core/store/retention/retention.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { eraseByRule } from '../runtime/erase/erase-by-rule.ts';
import { overwriteWhenQuiet } from '../runtime/erase/overwrite.ts';
import { recordAction } from '../runtime/record-action.ts';
import { readVideoSetting } from '../runtime/videos/video-setting.ts';
import { assertOwnPassword } from '../site/own-password.ts';

/** How far ahead it is said what goes. */
const WITHIN_DAYS = 7;

type RetentionMethod = 'erasures.rules' | 'erasures.rulesAhead' | 'erasures.comingByRule' | 'erasures.setRules';

/** What a site erases by itself after some months. */
export const retentionHandlers: Handlers<RetentionMethod> = {
  'erasures.rules': ({ db }) => ({
    ...readRetentionRules(db),
    videoDays: readVideoSetting(db).keepDays,
    lastTaken: readLastTaken(db),
  }),

  'erasures.rulesAhead': ({ db, now }, rules) => ({
    ...takenByRule(db, { rules, videoDays: readVideoSetting(db).keepDays }, now, { isAsked: true }),
    readings: countByRule(db, rules, now).readings,
  }),

  'erasures.comingByRule'({ db, now }) {
    const all = { rules: readRetentionRules(db), videoDays: readVideoSetting(db).keepDays };
    return {
      withinDays: WITHIN_DAYS,
      days: comingByRule(db, all, { now, days: WITHIN_DAYS }),
      lastTaken: readLastTaken(db),
    };
  },

  async 'erasures.setRules'(context, { password, ...rules }) {
    const { db, runtime } = context;
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    inTransaction(db, () => {
      writeRetentionRules(db, rules, context.user.name);
      const said = (months: number | null) => (months === null ? 'kept' : `${months} months`);
      recordAction(
        context,
        'erasures.setRules',
        `sessions ${said(rules.readingsMonths)}, pictures ${said(rules.picturesMonths)}, exports ${said(rules.exportsMonths)}, audit log ${said(rules.auditMonths)}`,
      );
    });
    eraseByRule(runtime, { isAsked: true });
    overwriteWhenQuiet(runtime);
    runtime.events.emit('erasures.changed', {});
    return {};
  },
};
