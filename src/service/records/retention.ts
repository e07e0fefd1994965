import {
  countByRule,
  readLastRetentionRun,
  readRetentionRules,
  writeRetentionRules,
} from '../../core/store/retention/retention.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { eraseByRule } from '../runtime/erase/erase-by-rule.ts';
import { overwriteWhenQuiet } from '../runtime/erase/overwrite.ts';
import { recordAction } from '../runtime/record-action.ts';
import { assertOwnPassword } from '../site/own-password.ts';

/** What a site erases by itself after some months. */
export const retentionHandlers: Handlers<'erasures.rules' | 'erasures.rulesAhead' | 'erasures.setRules'> = {
  'erasures.rules': ({ db }) => ({ ...readRetentionRules(db), lastRun: readLastRetentionRun(db) }),

  'erasures.rulesAhead': ({ db, now }, rules) => countByRule(db, rules, now),

  async 'erasures.setRules'(context, { password, ...rules }) {
    const { db, runtime } = context;
    await assertOwnPassword(context, password, 'erasures.wrong-password');
    inTransaction(db, () => {
      writeRetentionRules(db, rules);
      const said = (months: number | null) => (months === null ? 'kept' : `${months} months`);
      recordAction(
        context,
        'erasures.setRules',
        `sessions ${said(rules.readingsMonths)}, exports ${said(rules.exportsMonths)}`,
      );
    });
    eraseByRule(runtime);
    overwriteWhenQuiet(runtime);
    runtime.events.emit('erasures.changed', {});
    return {};
  },
};
