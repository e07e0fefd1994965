import { type Ref, useImperativeHandle, useState } from 'react';
import { nextSpeed, type PlayerCommand, type Speed } from './player-props.ts';

/** What the timeline calls while it has the keys. */
export interface PlayerHandle {
  obey(command: PlayerCommand): void;
}

/** Whether a player plays, and how fast: by its buttons and by the timeline's keys. */
export function usePlayer(ref: Ref<PlayerHandle>) {
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useImperativeHandle(ref, () => ({
    obey(command) {
      if (command === 'play-or-pause') setIsPlaying((was) => !was);
      else setSpeed((was) => nextSpeed(was, command === 'slower' ? -1 : 1));
    },
  }));
  return { isPlaying, speed, setIsPlaying, setSpeed };
}
