import { Badge } from '@mantine/core';
import type { Model } from '../../contract/models.ts';

/** Beside every figure of a model whose recall was measured on no real child. */
export function RenderedOnly({ model }: { readonly model: Pick<Model, 'classesValidatedOnChildren' | 'testedOn'> }) {
  if (model.classesValidatedOnChildren.length > 0) return null;
  return (
    <Badge color="yellow.2" c="#4a3800" variant="filled" tt="none" size="lg" radius="sm">
      Not validated on real children: tested on {model.testedOn || 'nothing yet'}
    </Badge>
  );
}
