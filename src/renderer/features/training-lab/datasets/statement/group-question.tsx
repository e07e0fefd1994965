import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../ui/format.ts';
import { Choice } from './choice.tsx';
import type { QuestionProps } from './question-props.ts';
import type { FolderNames } from './statement-draft.ts';

/** Whom the pictures show: children, adults, or what their folders say. */
export function GroupQuestion({ draft, change, problem, names }: QuestionProps & { readonly names: FolderNames }) {
  const { t } = useTranslation('datasets');
  const format = useFormat();
  const found = (['groupChild', 'groupAdult'] as const).flatMap((group) => {
    const count = group === 'groupChild' ? names.children : names.adults;
    return count > 0 ? [t(($) => $.statement.counted, { what: t(($) => $.statement[group]), count })] : [];
  });
  return (
    <Choice
      question="group"
      label={t(($) => $.statement.group)}
      help={t(($) => $.statement.groupHelp)}
      value={draft.group}
      error={problem('group')}
      onChange={(group) => change({ group })}
      options={[
        { value: 'child', label: t(($) => $.statement.groupChild) },
        { value: 'adult', label: t(($) => $.statement.groupAdult) },
        {
          value: 'open',
          label:
            found.length > 0
              ? t(($) => $.statement.groupFolders, { found: format.list(found) })
              : t(($) => $.statement.groupUnknown),
        },
      ]}
    />
  );
}
