import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** Narrower or lower, a menu with words would take more of the window than the page can spare. */
const SMALL = '(max-width: 1199px), (max-height: 599px)';
/** As of a window at 200 % zoom. */
const LOW = '(max-height: 599px)';

interface FoldedMenu {
  /** Pictograms alone. */
  readonly isFolded: boolean;
  readonly isLow: boolean;
  /** Until the window becomes small or large again. */
  readonly fold: (isFolded: boolean) => void;
}

/** The menu folds itself in a small window; whoever sits before it decides otherwise. */
export function useFoldedMenu(): FoldedMenu {
  const isSmall = useMediaQuery(SMALL, false, { getInitialValueInEffect: false }) ?? false;
  const isLow = useMediaQuery(LOW, false, { getInitialValueInEffect: false }) ?? false;
  const [isFolded, fold] = useState(isSmall);
  useEffect(() => fold(isSmall), [isSmall]);
  return { isFolded, isLow, fold };
}
