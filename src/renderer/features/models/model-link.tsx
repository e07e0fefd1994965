import { NavLink } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Model } from '../../../contract/models.ts';
import { useFormat } from '../../ui/format.ts';

/** A model in the list. */
export function ModelLink({ model, shown }: { readonly model: Model; readonly shown: boolean }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  return (
    <NavLink
      component={Link}
      to={`/models/${encodeURIComponent(model.id)}`}
      active={shown}
      variant="filled"
      aria-current={shown ? 'true' : undefined}
      label={`${model.id} ${model.version}`}
      description={t(($) => $.origin[model.origin], {
        date: format.date(model.createdAtIso),
      })}
      style={{ borderRadius: 8, overflowWrap: 'anywhere' }}
      styles={{ description: shown ? { color: '#fff' } : {} }}
    />
  );
}
