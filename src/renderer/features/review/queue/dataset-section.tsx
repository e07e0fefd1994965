import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';

/** Turns people's annotations into training data, where consent allows it. */
export function DatasetSection() {
  const { t } = useTranslation('review');
  const [name, setName] = useState('');
  const make = useAction('review.makeDataset');

  function submit(event: FormEvent): void {
    event.preventDefault();
    make.mutate({ name });
  }

  return (
    <Section title={t(($) => $.queue.datasetTitle)} description={t(($) => $.queue.datasetDescription)}>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={t(($) => $.queue.datasetName)}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            flex="1 1 16rem"
          />
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
            {t(($) => $.queue.datasetMake)}
          </Button>
        </Group>
      </form>
      {make.error && (
        <ErrorNotice
          error={make.error}
          title={t(($) => (make.error.code === 'no-consent' ? $.queue.datasetNoConsent : $.queue.datasetFailed))}
        />
      )}
      {make.data && (
        <Text role="status">
          {t(($) => $.queue.datasetMade, { count: make.data.images })}{' '}
          {isAnyLeftOut(make.data.leftOut) && t(($) => $.queue.datasetLeftOut, make.data.leftOut)}
        </Text>
      )}
    </Section>
  );
}

function isAnyLeftOut(leftOut: Readonly<Record<string, number>>): boolean {
  return Object.values(leftOut).some((pictures) => pictures > 0);
}
