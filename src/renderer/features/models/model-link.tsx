import { NavLink } from '@mantine/core';
import { Link } from 'react-router';
import type { Model } from '../../../contract/models.ts';
import { formatDate } from '../../ui/format.ts';

/** A model in the list. */
export function ModelLink({ model, shown }: { readonly model: Model; readonly shown: boolean }) {
  return (
    <NavLink
      component={Link}
      to={`/models/${encodeURIComponent(model.id)}`}
      active={shown}
      variant="filled"
      aria-current={shown ? 'true' : undefined}
      label={`${model.id} ${model.version}`}
      description={`${model.origin === 'shipped' ? 'Came with the program' : 'Trained here'}, ${formatDate(model.createdAtIso)}`}
      style={{ borderRadius: 8, overflowWrap: 'anywhere' }}
      styles={{ description: shown ? { color: '#fff' } : {} }}
    />
  );
}
