import { List, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WithdrawalAhead } from '../../../contract/children.ts';
import type { CallError } from '../../../contract/error.ts';
import { Loaded } from '../../ui/loaded.tsx';

interface WithdrawalAheadTextProps {
  readonly query: UseQueryResult<WithdrawalAhead, CallError>;
}

/** What a withdrawal stops, deletes and leaves, and why: read before it is confirmed. */
export function WithdrawalAheadText({ query }: WithdrawalAheadTextProps) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const { t: models } = useTranslation('models');
  return (
    <Loaded query={query} what={t(($) => $.consents.ahead.what)}>
      {({ ends, goesOn, stops, deletes, keepsSessions, models: made }) => {
        const scope = (each: WithdrawalAhead['ends'][number]) => common(($) => $.consentScope[each]);
        const named = made.map(({ id, state, through }) => {
          const how = models(($) => $.ended.state[state]);
          return `${id} (${through === null ? how : `${how}; ${models(($) => $.ended.builtOn, { model: through })}`})`;
        });
        const deleted = [
          deletes.pictures > 0 && t(($) => $.consents.ahead.pictures, { count: deletes.pictures }),
          deletes.videos > 0 && t(($) => $.consents.ahead.videos, { count: deletes.videos }),
          deletes.baselines > 0 && t(($) => $.consents.ahead.baselines, { count: deletes.baselines }),
        ].filter((line) => line !== false);
        return (
          <>
            <Part title={t(($) => $.consents.ahead.stops)}>
              {[
                ...ends.map(scope),
                ...goesOn.map((each) => t(($) => $.consents.ahead.goesOn, { scope: scope(each) })),
                stops.sessions > 0 && t(($) => $.consents.ahead.sessions, { count: stops.sessions }),
                stops.readers > 0 && t(($) => $.consents.ahead.readers, { count: stops.readers }),
              ]}
            </Part>
            <Part title={t(($) => $.consents.ahead.deleted)}>
              {deleted.length > 0 ? deleted : [t(($) => $.consents.ahead.nothingDeleted)]}
            </Part>
            <Part title={t(($) => $.consents.ahead.stays)}>
              {[
                keepsSessions > 0 && t(($) => $.consents.ahead.keeps, { count: keepsSessions }),
                t(($) => $.consents.ahead.copies),
                ends.includes('train') &&
                  (named.length > 0
                    ? t(($) => $.consents.ahead.models, { models: named.join(', ') })
                    : t(($) => $.consents.ahead.none)),
              ]}
            </Part>
            <Text>{t(($) => $.consents.withdrawHelp)}</Text>
          </>
        );
      }}
    </Loaded>
  );
}

/** @param children The lines; `false` for what does not concern this one. */
function Part({ title, children }: { readonly title: string; readonly children: readonly (ReactNode | false)[] }) {
  const lines = children.filter((line) => line !== false);
  return (
    <section aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {lines.map((line) => (
          <List.Item key={String(line)}>{line}</List.Item>
        ))}
      </List>
    </section>
  );
}
