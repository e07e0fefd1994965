import { createContext, use, useMemo, useState } from 'react';

/** What the tour stops at, in the order of the navigation. */
export const TOUR_STOPS = ['live', 'today', 'children', 'sessions', 'training'] as const;

export type TourStopName = (typeof TOUR_STOPS)[number];

/** Kept on this machine; whoever has seen the tour, or skipped it, never sees it again. */
const KEPT_AS = 'faceward.tour';

/** Where the tour stands. */
export interface Tour {
  /** Null once it is over. */
  readonly stop: TourStopName | null;
  readonly step: number;
  /** Forth by one, or back; beyond the last stop it is over. */
  readonly go: (by: 1 | -1) => void;
  readonly end: () => void;
}

export const TourContext = createContext<Tour | null>(null);

export const useTour = () => use(TourContext);

/** @param isWanted Only the demo has a tour. */
export function useTourState(isWanted: boolean): Tour {
  const [step, setStep] = useState(() => (localStorage.getItem(KEPT_AS) === null ? 0 : TOUR_STOPS.length));
  return useMemo(() => {
    const moveTo = (next: number) => {
      if (next >= TOUR_STOPS.length) localStorage.setItem(KEPT_AS, 'seen');
      setStep(Math.max(0, next));
    };
    return {
      stop: isWanted ? (TOUR_STOPS[step] ?? null) : null,
      step,
      go: (by) => moveTo(step + by),
      end: () => moveTo(TOUR_STOPS.length),
    };
  }, [isWanted, step]);
}
