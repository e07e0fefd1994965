import { Button } from '@mantine/core';
import { formatClock } from '../../ui/format.ts';

interface ShowButtonProps {
  readonly atMs: number;
  readonly onShow: () => void;
}

/** A moment of the session that leads to its place on the timeline. */
export function ShowButton({ atMs, onShow }: ShowButtonProps) {
  return (
    <Button
      size="compact-md"
      variant="default"
      aria-label={`Show ${formatClock(atMs)} on the timeline`}
      onClick={onShow}
    >
      {formatClock(atMs)}
    </Button>
  );
}
