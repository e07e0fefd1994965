import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageLabel, WallUse } from '../../../../../core/store/lab/wall/wall-filter.ts';
import { useCall } from '../../../../client/use-call.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { labelAction, moveAction, type WallAction } from '../wall-keys.ts';
import { FacePicture } from './face-picture.tsx';
import { ImageFacts } from './image-facts.tsx';
import { LabelButtons } from './label-buttons.tsx';
import { OriginalPicture } from './original-picture.tsx';
import { ReadingBars } from './reading-bars.tsx';

/** Whoever rests this long on an image wants to see it. */
const RESTS_MS = 200;

interface ImagePanelProps {
  readonly imageKey: number;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly total: number;
  readonly face: Uint8Array | null;
  readonly mine: ImageLabel | null;
  readonly use: WallUse | null;
  readonly isEnlarged: boolean;
  readonly onAction: (action: WallAction) => void;
  readonly onShrink: () => void;
}

/** One image large: its face, its original, what is known and what the model says of it, and what it shows by people. */
export function ImagePanel(props: ImagePanelProps) {
  const { imageKey, index, total, face, mine, use, isEnlarged, onAction, onShrink } = props;
  const { t } = useTranslation('wall');
  const [settled] = useDebouncedValue(imageKey, RESTS_MS);
  const image = useCall('wall.image', { imageKey });
  const position = t(($) => $.image.position, { position: index + 1, total });

  function onKeyDown(event: KeyboardEvent): void {
    const moved = isEnlarged ? moveAction(event, index, { count: total, columns: 1, rows: 10 }) : null;
    const action = moved ?? labelAction(event);
    if (!action) return;
    event.preventDefault();
    onAction(action);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside.
    <div onKeyDown={onKeyDown}>
      <Loaded query={image} what={t(($) => $.image.what)}>
        {(facts) => (
          <Stack gap="sm">
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {position}
              </Text>
              <Steps index={index} total={total} onAction={onAction} />
            </Group>
            <FacePicture face={face} />
            {use && <Text size="sm">{t(($) => $.useHelp[use])}</Text>}
            <LabelButtons mine={mine} others={mine ? facts.others : []} hidden={facts.hidden} onAction={onAction} />
            <ReadingBars reading={facts.reading} />
            <ImageFacts image={facts} />
            {facts.hasOriginal ? (
              <>
                {!isEnlarged && <OriginalPicture imageKey={imageKey} isWanted={settled === imageKey} />}
                <Button variant="default" size="compact-md" onClick={() => onAction({ kind: 'original' })}>
                  {t(($) => $.image.enlarge)}
                </Button>
                <Dialog opened={isEnlarged} onClose={onShrink} title={`${position}: ${facts.path}`} size="xl">
                  <Stack>
                    <OriginalPicture imageKey={imageKey} isWanted />
                    <Steps index={index} total={total} onAction={onAction} />
                  </Stack>
                </Dialog>
              </>
            ) : (
              <Text size="sm">{t(($) => $.image.noOriginal)}</Text>
            )}
          </Stack>
        )}
      </Loaded>
    </div>
  );
}

/** To the image before and to the one after. */
function Steps({ index, total, onAction }: Pick<ImagePanelProps, 'index' | 'total' | 'onAction'>) {
  const { t } = useTranslation('wall');
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        variant="default"
        disabled={index === 0}
        onClick={() => onAction({ kind: 'move', to: index - 1 })}
      >
        {t(($) => $.image.previous)}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={index === total - 1}
        onClick={() => onAction({ kind: 'move', to: index + 1 })}
      >
        {t(($) => $.image.next)}
      </Button>
    </Group>
  );
}
