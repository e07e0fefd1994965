import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';

/** Takes a model that several sites trained in as a candidate of this one. */
export function CandidateSection() {
  const { t } = useTranslation('federation');
  const [dir, setDir] = useState('');
  const takeIn = useAction('federation.takeIn');
  return (
    <Section title={t(($) => $.candidate.title)} description={t(($) => $.candidate.description)}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          takeIn.mutate({ dir });
        }}
      >
        <TextInput
          label={t(($) => $.candidate.dir)}
          value={dir}
          onChange={(event) => {
            setDir(event.currentTarget.value);
            takeIn.reset();
          }}
        />
        <Group>
          <Button type="submit" variant="default" loading={takeIn.isPending} disabled={dir.trim() === ''}>
            {t(($) => $.candidate.takeIn)}
          </Button>
          {takeIn.data && (
            <PageLink to={`/models/${takeIn.data.id}`}>
              {t(($) => $.candidate.done, { model: takeIn.data.id })}
            </PageLink>
          )}
        </Group>
        {takeIn.error && <ErrorNotice error={takeIn.error} title={t(($) => $.candidate.failed)} />}
      </Form>
    </Section>
  );
}
