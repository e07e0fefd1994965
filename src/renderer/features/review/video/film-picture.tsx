import { Box } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClockTenths } from '../timeline/use-clock-tenths.ts';
import type { PlayerProps } from './player-props.ts';
import classes from './video.module.css';

interface FilmPictureProps extends PlayerProps {
  /** The address of the file that was chosen; it is read where it lies. */
  readonly url: string;
  /** Where the film's own clock stands at the session's 0. */
  readonly originMs: number;
  readonly onError: () => void;
}

/** A film at the cursor; while it plays, the cursor is where it is. Without its sound, which may be of anybody in the room. */
export function FilmPicture({ url, originMs, cursorMs, isPlaying, speed, onTime, onEnd, onError }: FilmPictureProps) {
  const { t } = useTranslation('videos');
  const clockTenths = useClockTenths();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef<number | null>(null);
  const follow = useEffectEvent(() => {
    if (!video.current || video.current.seeking) return;
    const atMs = Math.max(0, 1000 * video.current.currentTime - originMs);
    told.current = atMs;
    onTime(atMs);
  });
  // A film goes on until it has heard that it is paused: longer on a slow machine. A cursor that somebody else moved stays.
  const settle = useEffectEvent(() => {
    if (told.current === cursorMs) follow();
  });

  // The cursor was put somewhere by somebody else than this player.
  useEffect(() => {
    if (!video.current || told.current === cursorMs) return;
    told.current = cursorMs;
    video.current.currentTime = (cursorMs + originMs) / 1000;
  }, [cursorMs, originMs]);

  useEffect(() => {
    if (video.current) video.current.playbackRate = speed;
  }, [speed]);

  useEffect(() => {
    const player = video.current;
    if (!isPlaying || !player) return;
    // A player that is paused while it starts says so by rejecting.
    player.play().catch(() => {});
    let frame = requestAnimationFrame(function next() {
      follow();
      frame = requestAnimationFrame(next);
    });
    return () => {
      cancelAnimationFrame(frame);
      player.pause();
      settle();
    };
  }, [isPlaying]);

  return (
    <Box className={classes.stage}>
      <video
        ref={video}
        className={classes.picture}
        src={url}
        muted
        playsInline
        preload="auto"
        onEnded={onEnd}
        onError={onError}
        aria-label={t(($) => $.film.picture, { at: clockTenths(cursorMs) })}
      />
    </Box>
  );
}
