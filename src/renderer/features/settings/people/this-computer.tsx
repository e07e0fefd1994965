import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeysState } from '../../../../contract/records/keys.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PasswordDialog } from '../../../ui/password-dialog.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import { PeopleToReset } from './people-to-reset.tsx';

/** Whether passwords need this computer's keystore beside them, for whom not yet, and turning it on and off. */
export function ThisComputer({ state }: { readonly state: KeysState['thisComputer'] }) {
  const { t } = useTranslation('keys');
  const { dateTime } = useFormat();
  const failureWords = useFailureWords();
  const [asking, setAsking] = useState<'keys.bind' | 'keys.unbind' | null>(null);
  const { problem, sinceIso, works, notYet, still, lost } = state;
  const names = (people: typeof notYet) => people.map(({ name }) => name).join(', ');
  const isOn = sinceIso !== null;
  return (
    <>
      <Title order={3} size="h5">
        {t(($) => $.computer.title)}
      </Title>
      <Text>{t(($) => $.computer.description)}</Text>
      <Text role="status">{isOn ? t(($) => $.computer.on, { at: dateTime(sinceIso) }) : t(($) => $.computer.off)}</Text>
      {isOn && !works && (
        <Notice kind="warning" title={t(($) => $.computer.notWorking)}>
          <Text>{t(($) => $.computer.notWorkingHelp)}</Text>
        </Notice>
      )}
      {lost.length > 0 && (
        <>
          <Text>{t(($) => $.computer.lost)}</Text>
          <PeopleToReset label={t(($) => $.computer.lostList)} people={lost} />
        </>
      )}
      {notYet.length > 0 && <Text>{t(($) => $.computer.notYet, { names: names(notYet) })}</Text>}
      {still.length > 0 && <Text>{t(($) => $.computer.still, { names: names(still) })}</Text>}
      {problem && <Text>{failureWords(problem)}</Text>}
      <Group>
        {!problem && !works && (
          <Button variant="default" onClick={() => setAsking('keys.bind')}>
            {t(($) => $.computer.turnOn)}
          </Button>
        )}
        {isOn && (
          <Button variant="default" onClick={() => setAsking('keys.unbind')}>
            {t(($) => $.computer.turnOff)}
          </Button>
        )}
      </Group>
      {asking && <Ask method={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Ask({ method, onClose }: { readonly method: 'keys.bind' | 'keys.unbind'; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const isOn = method === 'keys.bind';
  return (
    <PasswordDialog
      method={method}
      input={{}}
      title={isOn ? t(($) => $.computer.turnOnTitle) : t(($) => $.computer.turnOffTitle)}
      submit={isOn ? t(($) => $.computer.turnOn) : t(($) => $.computer.turnOff)}
      failed={isOn ? t(($) => $.computer.turnOnFailed) : t(($) => $.computer.turnOffFailed)}
      onClose={onClose}
    >
      <Text>{isOn ? t(($) => $.computer.turnOnHelp) : t(($) => $.computer.turnOffHelp)}</Text>
    </PasswordDialog>
  );
}
