import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetFinding } from '../../../../../contract/datasets.ts';
import { useCall } from '../../../../client/use-call.ts';
import { PageLink } from '../../../../ui/page-link.tsx';
import { faceOf } from '../../wall/faces/face-cache.ts';
import { FacePicture } from '../../wall/picture/face-picture.tsx';
import { wallPath } from '../../wall/wall-query.ts';

type Pair = DatasetFinding['pairs'][number];

/** Near copies, two pictures next to each other, each leading to its place on the wall. */
export function CopyPairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useTranslation('datasets');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(($) => $.findings.pairs)}</summary>
      {isOpen && <Faces pairs={pairs} />}
    </details>
  );
}

function Faces({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useTranslation('datasets');
  const [keys] = useState(() => Uint32Array.from(pairs.flatMap((pair) => pair.keys)));
  const { data } = useCall('wall.faces', { keys });
  return (
    <Group gap="lg" mt="xs" align="flex-start">
      {pairs.map(({ keys: both, paths, subjects }, row) => (
        <Group key={both.join()} gap={6} align="flex-start" wrap="nowrap">
          {([0, 1] as const).map((side) => (
            <Stack key={side} gap={2} w={160}>
              <FacePicture face={data ? faceOf(data, 2 * row + side) : null} />
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                <PageLink to={wallPath({ imageKey: both[side] })}>
                  {t(($) => $.findings.picture, { path: paths[side], subject: subjects[side] })}
                </PageLink>
              </Text>
            </Stack>
          ))}
        </Group>
      ))}
    </Group>
  );
}
