import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../contract/models.ts';
import { useShows } from './use-shows.ts';

/** Shown beside every figure of a model whose recall was never measured on real children. */
export function RenderedOnly({ model }: { readonly model: Pick<Model, 'classesValidatedOnChildren' | 'testedOn'> }) {
  const shown = useShows();
  const { t } = useTranslation('ui');
  if (model.classesValidatedOnChildren.length > 0) return null;
  return (
    <Badge
      color="yellow.2"
      c="#4a3800"
      variant="filled"
      tt="none"
      size="lg"
      radius="sm"
      h="auto"
      mih={26}
      styles={{ label: { whiteSpace: 'normal' } }}
    >
      {t(($) => $.renderedOnly, { shows: model.testedOn ? shown(model.testedOn) : t(($) => $.nothingYet) })}
    </Badge>
  );
}
