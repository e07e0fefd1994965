import { Box } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VideoFragment } from '../../../../contract/review/videos.ts';
import { useClockTenths } from '../timeline/use-clock-tenths.ts';
import { FragmentPictures, pictureAt, type VideoPicture } from './fragment-pictures.ts';
import { placeInVideo } from './place-in-video.ts';
import type { PlayerProps } from './player-props.ts';
import classes from './video.module.css';

interface StoredPictureProps extends PlayerProps {
  readonly sessionId: string;
  readonly fragments: readonly VideoFragment[];
  readonly onError: (error: Error) => void;
}

/** The picture of a kept video at the cursor; while it plays, the cursor is where it is. Over a hole it goes on behind it. */
export function StoredPicture({
  sessionId,
  fragments,
  cursorMs,
  isPlaying,
  speed,
  onTime,
  onEnd,
  onError,
}: StoredPictureProps) {
  const { t } = useTranslation('videos');
  const clockTenths = useClockTenths();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pictures = useMemo(() => new FragmentPictures(sessionId), [sessionId]);
  const told = useRef<number | null>(null);
  const atMs = useRef(cursorMs);
  const [isHere, setIsHere] = useState(true);

  /** @param found The pictures of its fragment; null where there is none. */
  const show = useEffectEvent((moment: number, found: readonly VideoPicture[] | null): void => {
    const { here } = placeInVideo(fragments, moment);
    setIsHere(here !== null);
    const picture = found && pictureAt(found, moment);
    const into = canvas.current?.getContext('2d', { alpha: false });
    if (!picture || !into) return;
    const { width, height } = picture.canvas;
    if (into.canvas.width !== width) into.canvas.width = width;
    if (into.canvas.height !== height) into.canvas.height = height;
    into.drawImage(picture.canvas, 0, 0);
  });

  // The cursor was put somewhere by somebody else than this player.
  useEffect(() => {
    if (told.current === cursorMs) return;
    atMs.current = cursorMs;
    told.current = cursorMs;
    const { here } = placeInVideo(fragments, cursorMs);
    if (!here) return show(cursorMs, null);
    pictures.of(here).then(
      (found) => atMs.current === cursorMs && show(cursorMs, found),
      (error) => onError(error),
    );
  }, [cursorMs, fragments, pictures, onError]);

  const step = useEffectEvent(
    (lengthMs: number, isReady: (fragment: VideoFragment) => readonly VideoPicture[] | null) => {
      const place = placeInVideo(fragments, atMs.current);
      if (!place.here) {
        if (!place.next) return onEnd();
        // Nothing is to be seen of a hole: the timeline shows why.
        atMs.current = place.next.fromMs;
      } else {
        const found = isReady(place.here);
        if (place.next) isReady(place.next);
        // The clock stands until there is something to show.
        if (!found) return;
        atMs.current += lengthMs * speed;
        show(atMs.current, found);
      }
      told.current = atMs.current;
      onTime(atMs.current);
    },
  );

  useEffect(() => {
    if (!isPlaying) return;
    const ready = new Map<number, readonly VideoPicture[]>();
    const isReady = (fragment: VideoFragment) => {
      const found = ready.get(fragment.number);
      if (found) return found;
      pictures.of(fragment).then(
        (decoded) => {
          ready.set(fragment.number, decoded);
          for (const number of [...ready.keys()].slice(0, -3)) ready.delete(number);
        },
        (error) => onError(error),
      );
      return null;
    };
    let lastMs = performance.now();
    let frame = requestAnimationFrame(function next(nowMs) {
      step(Math.max(0, nowMs - lastMs), isReady);
      lastMs = nowMs;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, pictures, onError]);

  return (
    <Box className={classes.stage}>
      <canvas
        ref={canvas}
        className={classes.picture}
        hidden={!isHere}
        role="img"
        aria-label={t(($) => $.picture, { at: clockTenths(cursorMs) })}
      />
      {!isHere && <span role="status">{t(($) => $.noneHere)}</span>}
    </Box>
  );
}
