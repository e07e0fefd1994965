import { Badge, Checkbox, type CheckboxProps } from '@mantine/core';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import type { VideoState } from '../video/video-recorder.ts';

/** Whether both the family and the site agree; undefined while that is being asked. */
export function useMayKeepVideo(child: Child | undefined): boolean | undefined {
  const setting = useCall('videos.setting', {});
  if (!child?.consentedScopes.includes('keep-video')) return false;
  return setting.data?.isOn;
}

/** The choice to keep video, never made in advance. */
export function KeepVideo(props: CheckboxProps) {
  const { t } = useTranslation('videos');
  const format = useFormat();
  const setting = useCall('videos.setting', {});
  if (!setting.data) return null;
  const { bytesAnHour, freeBytes, keepDays } = setting.data;
  return (
    <Checkbox
      {...props}
      label={t(($) => $.choose)}
      description={t(($) => $.chooseHelp, {
        mb: format.number(Math.round(bytesAnHour / 1e6)),
        freeGb: format.number(Math.round(freeBytes / 1e9)),
        days: format.number(keepDays),
      })}
    />
  );
}

/** Says that video is kept, for as long as it is. */
export function VideoSign({ video }: { readonly video: VideoState }) {
  const { t } = useTranslation('videos');
  if (video.kind !== 'kept') return null;
  return (
    <Badge role="status" color="red.9" size="lg" leftSection={<IconVideo size={16} aria-hidden />} tt="none">
      {t(($) => $.kept)}
    </Badge>
  );
}

/** Says why it is not, though it should be. */
export function VideoWarning({ video }: { readonly video: VideoState }) {
  const { t } = useTranslation('videos');
  const failureWords = useFailureWords();
  if (video.kind !== 'hindered' && video.kind !== 'ended') return null;
  return (
    <Notice kind="warning" title={t(($) => $[video.kind])}>
      {t(($) => $.goesOn, { why: failureWords(video.why) })}
    </Notice>
  );
}
