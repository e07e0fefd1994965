import { ActionIcon, Button, Group } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn';
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut';
import { useTranslation } from 'react-i18next';
import type { TimelineAction } from './timeline-state.ts';

const STEPS = [
  { name: 'earlier', Icon: IconChevronLeft, action: { kind: 'pan', share: -0.5 } },
  { name: 'zoomIn', Icon: IconZoomIn, action: { kind: 'zoom', factor: 0.5 } },
  { name: 'zoomOut', Icon: IconZoomOut, action: { kind: 'zoom', factor: 2 } },
  { name: 'later', Icon: IconChevronRight, action: { kind: 'pan', share: 0.5 } },
] as const;

/** Moves and zooms the timeline for people who do not use the keys. */
export function TimelineButtons({ onAction }: { readonly onAction: (action: TimelineAction) => void }) {
  const { t } = useTranslation('review');
  return (
    <Group gap="xs">
      {STEPS.map(({ name, Icon, action }) => (
        <ActionIcon
          key={name}
          variant="default"
          size="lg"
          aria-label={t(($) => $.timeline[name])}
          title={t(($) => $.timeline[name])}
          onClick={() => onAction(action)}
        >
          <Icon size={20} aria-hidden />
        </ActionIcon>
      ))}
      <Button variant="default" size="compact-md" h={34} onClick={() => onAction({ kind: 'show-all' })}>
        {t(($) => $.timeline.showAll)}
      </Button>
    </Group>
  );
}
