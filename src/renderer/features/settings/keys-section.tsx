import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeysState } from '../../../contract/records/keys.ts';
import { useCall } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';
import { useFailureWords } from '../../ui/use-failure-words.ts';
import { ForeignKeys } from './people/foreign-keys.tsx';
import { PeopleToReset } from './people/people-to-reset.tsx';
import { ThisComputer } from './people/this-computer.tsx';

/** When the key of the store was changed, what is due, and its change on demand. */
export function KeysSection() {
  const { t } = useTranslation('keys');
  const keys = useCall('keys.state', {});
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      <Loaded query={keys} what={t(($) => $.what)}>
        {(state) => <Keys state={state} />}
      </Loaded>
    </Section>
  );
}

function Keys({ state }: { readonly state: KeysState }) {
  const { t } = useTranslation('keys');
  const { dateTime } = useFormat();
  const failureWords = useFailureWords();
  const [without, setWithout] = useState(false);
  const change = useConfirmedAction('keys.change', () => ({ leavesOut: without }));
  const { due, lastAtIso, lastFailure, leftOut, withoutKey, keepsRecoveryCode } = state;
  const leavesOut = leftOut.length > 0 || !keepsRecoveryCode;
  return (
    <>
      {lastFailure && (
        <Notice kind="warning" title={t(($) => $.failed, { at: dateTime(lastFailure.atIso) })}>
          <Text>{failureWords(lastFailure.why)}</Text>
        </Notice>
      )}
      <ForeignKeys foreign={state.foreign} />
      {withoutKey.length > 0 && (
        <Notice kind="warning" title={t(($) => $.withoutKeyTitle)}>
          <Text>{t(($) => $.withoutKey)}</Text>
          <PeopleToReset label={t(($) => $.withoutKeyList)} people={withoutKey} />
        </Notice>
      )}
      {leavesOut && (
        <Notice kind="warning" title={t(($) => $.leftOutTitle)}>
          {leftOut.length > 0 && (
            <>
              <Text>{t(($) => $.leftOut)}</Text>
              <PeopleToReset label={t(($) => $.leftOutList)} people={leftOut} />
            </>
          )}
          {!keepsRecoveryCode && <Text>{t(($) => $.noCode)}</Text>}
        </Notice>
      )}
      <Text role="status">
        {due
          ? t(($) => $.due[due.why], { at: dateTime(due.sinceIso) })
          : lastAtIso
            ? t(($) => $.last, { at: dateTime(lastAtIso) })
            : t(($) => $.never)}
      </Text>
      <Group>
        <Button variant="default" onClick={() => change.ask({})}>
          {t(($) => $.change)}
        </Button>
      </Group>
      <ConfirmDialog {...change.dialog} title={t(($) => $.change)} confirm={t(($) => $.confirm)}>
        <Text>{t(($) => $.help)}</Text>
        {leavesOut && (
          <Checkbox
            label={t(($) => $.without)}
            checked={without}
            onChange={({ currentTarget }) => setWithout(currentTarget.checked)}
          />
        )}
      </ConfirmDialog>
      <ThisComputer state={state.thisComputer} />
    </>
  );
}
