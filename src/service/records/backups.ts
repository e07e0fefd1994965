import { resolve } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { backUp, isBackupUnderWay } from './back-up.ts';
import { assertFolder, assertPlace } from './place-for-file.ts';
import {
  makePlannedBackup,
  nextBackupAt,
  readBackupPlan,
  readBackupState,
  writeBackupPlan,
} from './planned-backups.ts';

type BackupsMethod = 'backups.make' | 'backups.get' | 'backups.setPlan' | 'backups.makeNow';

/** Copies of all that the site keeps. */
export const backupsHandlers: Handlers<BackupsMethod> = {
  async 'backups.make'({ runtime, site, user, now }, { file }) {
    assertPlace(file, failure('store.backup-there', { file }));
    try {
      return await backUp(site, { file: resolve(file), by: user.name, now });
    } finally {
      runtime.events.emit('site.changed', {});
    }
  },

  'backups.get'({ site, db }) {
    const plan = readBackupPlan(db);
    return {
      ...readBackupState(db),
      plan,
      isUnderWay: isBackupUnderWay(site),
      nextAtIso: plan && nextBackupAt(db, plan).toISOString(),
    };
  },

  'backups.setPlan'(context, { folder, ...howOften }) {
    const { db, runtime } = context;
    const plan = folder === null ? null : { folder, ...howOften };
    if (plan) assertFolder(plan.folder);
    inTransaction(db, () => {
      writeBackupPlan(db, plan);
      const subject = plan ? `every ${plan.everyHours} h, ${plan.keep} kept, in ${plan.folder}` : 'none';
      recordAction(context, 'backups.setPlan', subject);
    });
    runtime.events.emit('site.changed', {});
    return {};
  },

  async 'backups.makeNow'({ runtime, site, db, user, now }) {
    const plan = readBackupPlan(db);
    if (!plan) throw new CallError('conflict', failure('store.backup-no-plan'));
    if (isBackupUnderWay(site)) throw new CallError('conflict', failure('store.backup-under-way'));
    return await makePlannedBackup(runtime, site, { plan, by: user.name, now });
  },
};
