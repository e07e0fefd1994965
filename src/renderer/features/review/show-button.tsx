import { useTranslation } from 'react-i18next';
import { formatClock } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';

interface ShowButtonProps {
  readonly atMs: number;
  readonly onShow: () => void;
}

/** A moment of the session; pressing it shows its place on the timeline. */
export function ShowButton({ atMs, onShow }: ShowButtonProps) {
  const { t } = useTranslation('review');
  return (
    <RowButton label={t(($) => $.session.show, { at: formatClock(atMs) })} onClick={onShow}>
      {formatClock(atMs)}
    </RowButton>
  );
}
