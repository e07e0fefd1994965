import { useTranslation } from 'react-i18next';
import { useAction } from '../../../client/use-call.ts';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { PathForm } from './path-form.tsx';

/** Takes a model that several sites trained in as a candidate of this one. */
export function CandidateSection() {
  const { t } = useTranslation('federation');
  const takeIn = useAction('federation.takeIn');
  return (
    <Section title={t(($) => $.candidate.title)} description={t(($) => $.candidate.description)}>
      <PathForm
        label={t(($) => $.candidate.dir)}
        submit={t(($) => $.candidate.takeIn)}
        failed={t(($) => $.candidate.failed)}
        action={takeIn}
        onPath={(dir) => takeIn.mutate({ dir })}
      >
        {takeIn.data && (
          <PageLink to={`/models/${takeIn.data.id}`}>{t(($) => $.candidate.done, { model: takeIn.data.id })}</PageLink>
        )}
      </PathForm>
    </Section>
  );
}
