import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { useWallClock } from './session-time.tsx';

interface ShowButtonProps {
  readonly atMs: number;
  readonly onShow: () => void;
}

/** A moment of the session, with the time of day beside it; pressing it shows its place on the timeline. */
export function ShowButton({ atMs, onShow }: ShowButtonProps) {
  const { t } = useTranslation('review');
  const wall = useWallClock()(atMs);
  return (
    <>
      <RowButton label={t(($) => $.session.show, { at: formatClock(atMs) })} onClick={onShow}>
        {formatClock(atMs)}
      </RowButton>
      {wall !== null && (
        <Text span size="sm" c="dimmed" ml={6} style={{ whiteSpace: 'nowrap' }}>
          {wall}
        </Text>
      )}
    </>
  );
}
