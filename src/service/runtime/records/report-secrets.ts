import { makePseudonymSecret } from '../../../core/security/pseudonym.node.ts';
import { makePrivateKey, readPrivateKey, type SigningKey } from '../../../core/security/signature.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../../core/store/store.node.ts';

/**
 * What the site signs its reports and the end of its audit log with, and makes its pseudonyms by. Made once, at first need, and kept in the encrypted
 * store for good: with another key old reports could not be told from forged ones, with another secret a child would get
 * a second pseudonym.
 */
export interface ReportSecrets {
  readonly key: SigningKey;
  readonly pseudonymSecret: string;
}

const SETTING = 'report-secrets';

interface StoredSecrets {
  readonly privateKeyPem: string;
  readonly pseudonymSecret: string;
}

/** Makes the secrets if there are none yet. */
export function ensureReportSecrets(db: WritableDb): ReportSecrets {
  return inTransaction(db, () => {
    if (readSetting(db, SETTING) === null) {
      const secrets: StoredSecrets = { privateKeyPem: makePrivateKey(), pseudonymSecret: makePseudonymSecret() };
      writeSetting(db, SETTING, secrets);
    }
    return reportSecrets(db);
  });
}

/** @throws Error if they were never made: ensureReportSecrets comes first, where the store can be written. */
export function reportSecrets(db: ReadableDb): ReportSecrets {
  const secrets = findReportSecrets(db);
  if (!secrets) throw new Error('the secrets of reports were expected in the store; found none');
  return secrets;
}

/** Null where they were never made. */
export function findReportSecrets(db: ReadableDb): ReportSecrets | null {
  const stored = readSetting(db, SETTING) as StoredSecrets | null;
  return stored && { key: readPrivateKey(stored.privateKeyPem), pseudonymSecret: stored.pseudonymSecret };
}
