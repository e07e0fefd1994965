import { existsSync, readFileSync } from 'node:fs';
import { writeFileAtomically } from '../../../core/security/atomic-file.node.ts';
import { type ErasureReceipt, readReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { findReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';

type Noting = Pick<Runtime, 'options'>;
type Noted = Pick<OpenSite, 'db' | 'folder' | 'demo'>;

/**
 * Keeps a receipt in a file beside the store as well: a store that is put back knows nothing of it. Does not throw: what was
 * erased is erased.
 */
export function noteReceipt(runtime: Noting, site: Noted, receipt: string): void {
  if (site.demo) return;
  try {
    const noted = [...notedTexts(runtime, site), receipt].map((text) => JSON.parse(text) as unknown);
    writeFileAtomically(site.folder.erasuresFile, `${JSON.stringify(noted, null, 2)}\n`);
  } catch (error) {
    runtime.options.log(`The receipt of an erasure could not be kept in ${site.folder.erasuresFile}: ${String(error)}`);
  }
}

/** The receipts beside the store that this site signed; whatever else is there is told to the terminal. */
export function notedReceipts(runtime: Noting, site: Noted): ErasureReceipt[] {
  const own = findReportSecrets(site.db)?.key.publicKey.text;
  return notedTexts(runtime, site).flatMap((text) => {
    const verdict = readReceipt(text);
    if (verdict.kind === 'genuine' && verdict.key.text === own) return [verdict.receipt];
    runtime.options.log(
      `${site.folder.erasuresFile}: a receipt that this site signed was expected; one is passed over`,
    );
    return [];
  });
}

function notedTexts({ options }: Noting, { folder: { erasuresFile } }: Noted): string[] {
  if (!existsSync(erasuresFile)) return [];
  try {
    const found: unknown = JSON.parse(readFileSync(erasuresFile, 'utf8'));
    if (Array.isArray(found)) return found.map((each) => JSON.stringify(each));
  } catch {
    // Told below, as any other text that is no list.
  }
  options.log(`${erasuresFile}: a list of receipts was expected; found something else, which is passed over`);
  return [];
}
