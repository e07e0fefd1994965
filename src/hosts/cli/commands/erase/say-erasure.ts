import type { ErasurePreview } from '../../../../contract/records/erasures.ts';
import { ERASED_KINDS } from '../../../../core/store/erase/erased-kinds.ts';
import { createWords } from '../../../../core/words/words.ts';
import { sayResult } from '../../terminal.ts';

/** What would go and what would stay, in the words of the screen. */
export function sayPreview(preview: ErasurePreview): void {
  const t = createWords('en').getFixedT(null, 'erasing');
  const counted = ERASED_KINDS.filter((kind) => (preview.counts[kind] ?? 0) > 0);
  sayResult(`${t(($) => $.goes)}:`);
  for (const kind of counted) sayResult(`  ${t(($) => $.kind[kind], { count: preview.counts[kind] ?? 0 })}`);
  sayResult(`${t(($) => $.stays)}:`);
  sayResult(`  ${t(($) => $.staysAudit, { count: preview.auditEntries })}`);
  if (preview.models.length > 0) {
    const models = preview.models
      .map(({ id, through }) => (through === null ? id : t(($) => $.builtOn, { model: id, through })))
      .join(', ');
    sayResult(`  ${t(($) => $.staysModels, { models })}`);
  }
  for (const { file, madeAtIso } of preview.backups) {
    sayResult(`  ${t(($) => $.staysBackup, { file, at: madeAtIso })}`);
  }
  if (preview.handedOut > 0) sayResult(`  ${t(($) => $.staysHandedOut, { count: preview.handedOut })}`);
  for (const { place, rows } of preview.stillNamed) {
    sayResult(`  ${t(($) => $.staysNamed[place], { count: rows })}`);
  }
}
