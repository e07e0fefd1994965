import { useTranslation } from 'react-i18next';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../ui/format.ts';

interface Share {
  readonly emotion: Emotion | null;
  readonly share: number;
}

/** An emotion with its share: "Sadness 12%". */
export function useShareWords(): (share: Share) => string {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  return ({ emotion, share }) =>
    t(($) => $.compare.shareOf, {
      emotion: emotion === null ? common(($) => $.notSure) : common(($) => $.emotion[emotion]),
      share: format.share(share),
    });
}
