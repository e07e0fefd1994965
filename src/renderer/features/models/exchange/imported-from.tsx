import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';

/** Which site a model was taken in from, and what that site stated. */
export function ImportedFrom({ modelId }: { readonly modelId: string }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const from = useCall('modelExchange.importedFrom', { modelId });
  return (
    <Loaded query={from} what={t(($) => $.what)}>
      {(found) =>
        found && (
          <>
            <Text style={{ overflowWrap: 'anywhere' }}>
              {t(($) => $.from, {
                site: found.siteName,
                date: format.date(found.importedAtIso),
                fingerprint: found.fingerprint,
              })}
            </Text>
            {found.statement && <Text>{t(($) => $.foundStatement, { statement: found.statement })}</Text>}
          </>
        )
      }
    </Loaded>
  );
}
