import { Box, Group, Stack, Tabs, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallImages } from '../../../../contract/wall.ts';
import type { WallFilter } from '../../../../core/store/lab/wall/wall-filter.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { CountsTable } from './counts-table.tsx';
import { faceAt } from './faces/face-cache.ts';
import { useFaceCache } from './faces/use-face-cache.ts';
import { WallGrid } from './faces/wall-grid.tsx';
import { ImagePanel } from './picture/image-panel.tsx';
import { useLabelWords } from './use-label-words.ts';
import { useLabelling } from './use-labelling.ts';
import { useSpoken } from './use-spoken.ts';
import type { WallAction } from './wall-keys.ts';
import type { WallQuery } from './wall-query.ts';

interface WallViewProps {
  readonly images: WallImages;
  readonly query: WallQuery;
  readonly onFilter: (change: WallFilter) => void;
}

/** The wall, and beside it the chosen image, the counts and how far people agree. */
export function WallView({ images, query, onFilter }: WallViewProps) {
  const { t } = useTranslation('wall');
  const helpId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const { cache, error } = useFaceCache(images);
  const labelling = useLabelling(images);
  const [cursor, setCursor] = useState<number | null>(() => placeOf(images, query.imageKey));
  const [isEnlarged, setEnlarged] = useState(false);
  const [tab, setTab] = useState<string | null>('image');
  const spoken = useSpoken(images, labelling, cursor);
  const { model } = images;
  const imageKey = cursor === null ? undefined : images.keys[cursor];

  function act(action: WallAction): void {
    if (action.kind === 'move') {
      setCursor(Math.min(images.count - 1, Math.max(0, action.to)));
      setTab('image');
      if (!isEnlarged) grid.current?.focus({ preventScroll: true });
    } else if (action.kind === 'undo') {
      const place = labelling.undo();
      if (place !== null) setCursor(place);
    } else if (cursor !== null && action.kind === 'label') {
      labelling.label(cursor, action.label);
      setCursor(Math.min(images.count - 1, cursor + 1));
    } else if (cursor !== null && action.kind === 'original') {
      setEnlarged(!isEnlarged);
    }
  }

  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{t(($) => $.found, { count: images.count })}</Text>
        <News labelling={labelling} />
      </Group>
      <Text size="sm" c="dimmed" id={helpId}>
        {t(($) => $.help)}
      </Text>
      {model && model.read < model.faces && (
        <Text size="sm">
          {t(($) => $.readSome, { model: `${model.id} ${model.version}`, read: model.read, count: model.faces })}
        </Text>
      )}
      {error && <ErrorNotice error={error} title={t(($) => $.none)} />}
      {labelling.error && <ErrorNotice error={labelling.error} title={t(($) => $.naming.failed)} />}
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Box flex={1} miw={0}>
          <WallGrid
            images={images}
            cache={cache}
            labelling={labelling}
            cursor={cursor}
            spoken={spoken}
            helpId={helpId}
            gridRef={grid}
            onAction={act}
          />
        </Box>
        <Tabs w="clamp(20rem, 32%, 26rem)" flex="none" value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="image" px="xs">
              {t(($) => $.tabs.image)}
            </Tabs.Tab>
            <Tabs.Tab value="counts" px="xs">
              {t(($) => $.tabs.counts)}
            </Tabs.Tab>
            <Tabs.Tab value="agreement" px="xs">
              {t(($) => $.tabs.agreement)}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="image" pt="sm">
            {cursor === null || imageKey === undefined ? (
              <Text>{t(($) => $.image.choose)}</Text>
            ) : (
              <ImagePanel
                imageKey={imageKey}
                index={cursor}
                total={images.count}
                face={faceAt(cache, cursor)}
                mine={labelling.labelOf(cursor)}
                use={labelling.shownUseOf(cursor)}
                isEnlarged={isEnlarged}
                onAction={act}
                onShrink={() => setEnlarged(false)}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="counts" pt="sm">
            <CountsTable
              filter={query.filter}
              onChoose={({ group, emotion, ageBand }) => onFilter({ group, emotion, ageBand })}
              onChooseUse={(use) => onFilter({ use })}
            />
          </Tabs.Panel>
          <Tabs.Panel value="agreement" pt="sm">
            <AgreementTable
              datasetId={query.filter.datasetId ?? null}
              onShowDiffering={() => onFilter({ labels: 'differ' })}
            />
          </Tabs.Panel>
        </Tabs>
      </Group>
    </Stack>
  );
}

function placeOf({ keys }: WallImages, imageKey: number | null): number | null {
  const place = imageKey === null ? -1 : keys.indexOf(imageKey);
  return place < 0 ? null : place;
}

/** What the last key did. */
function News({ labelling: { news } }: { readonly labelling: ReturnType<typeof useLabelling> }) {
  const { t } = useTranslation('wall');
  const { words } = useLabelWords();
  const said =
    news === null
      ? ''
      : news.kind === 'saved'
        ? t(($) => $.naming.saved, { label: words(news.label), position: news.index + 1 })
        : news.kind === 'undone'
          ? t(($) => $.naming.undone, { position: news.index + 1 })
          : t(($) => $.naming.nothingToUndo);
  return (
    <Text size="sm" role="status">
      {said}
    </Text>
  );
}
