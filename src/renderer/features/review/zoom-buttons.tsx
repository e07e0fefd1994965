import { ActionIcon, Button, Group } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn';
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut';
import { panRange, type TimeRange, zoomRange } from '../../ui/timeline/time-range.ts';

interface ZoomButtonsProps {
  readonly range: TimeRange;
  readonly wholeMs: number;
  readonly onShow: (range: TimeRange) => void;
  readonly onReset: () => void;
}

/** The timeline's zoom for those who do not drag. */
export function ZoomButtons({ range, wholeMs, onShow, onReset }: ZoomButtonsProps) {
  const steps = [
    { label: 'Earlier', Icon: IconChevronLeft, next: panRange(range, -0.5, wholeMs) },
    { label: 'Zoom in', Icon: IconZoomIn, next: zoomRange(range, 0.5, wholeMs) },
    { label: 'Zoom out', Icon: IconZoomOut, next: zoomRange(range, 2, wholeMs) },
    { label: 'Later', Icon: IconChevronRight, next: panRange(range, 0.5, wholeMs) },
  ];
  return (
    <Group gap="xs">
      {steps.map(({ label, Icon, next }) => (
        <ActionIcon
          key={label}
          variant="default"
          size="lg"
          aria-label={label}
          title={label}
          onClick={() => onShow(next)}
        >
          <Icon size={20} aria-hidden />
        </ActionIcon>
      ))}
      <Button variant="default" size="compact-md" h={34} onClick={onReset}>
        Show everything
      </Button>
    </Group>
  );
}
