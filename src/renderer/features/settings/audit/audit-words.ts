import { useTranslation } from 'react-i18next';
import type { AuditEntry, AuditNamedId } from '../../../../contract/records/audit.ts';
import { records } from '../../../../core/words/en/records.ts';
import { useFormat } from '../../../ui/format.ts';

/** What actions are about: how their names begin. */
export const AUDIT_TOPICS = Object.keys(records.topic) as (keyof typeof records.topic)[];

const DEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = records.action;

/** Entries in the words of whoever reads them, with codes and names in the place of ids. */
export function useAuditWords(names: readonly AuditNamedId[]) {
  const { t } = useTranslation('records');
  const { dateTime } = useFormat();
  return {
    /** An action without words of its own, of an earlier version for one, is told by its name. */
    action({ action }: Pick<AuditEntry, 'action'>): string {
      const [name = '', ...rest] = action.split(' ');
      const [topic = '', deed = ''] = name.split('.');
      const isKnown = Object.hasOwn(DEEDS, topic) && Object.hasOwn(DEEDS[topic]!, deed);
      const words = isKnown ? t(($) => $.action[topic as 'site'][deed as 'signIn']) : name;
      return [words, ...rest].join(' ');
    },
    subject({ subject }: Pick<AuditEntry, 'subject'>): string {
      return names.reduce((text, { id, name, startedAtIso }) => {
        const words = startedAtIso === null ? name : t(($) => $.search.session, { name, at: dateTime(startedAtIso) });
        return text.replaceAll(id, words);
      }, subject);
    },
  };
}
