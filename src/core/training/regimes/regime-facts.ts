/** What the program knows of a regime apart from how it makes its batches. */
interface RegimeFacts {
  /** Whether images of children train, and whether those of adults do. */
  readonly children: boolean;
  readonly adults: boolean;
  /** Whether an adult's image enters as a view of a child's. */
  readonly adultsAreViews: boolean;
}

/**
 * The regimes. Whatever depends on the regime reads its entry here. Its batches are made in regimes.ts, so that the
 * window and `--help` can list the regimes without loading what trains.
 */
export const REGIME_FACTS = {
  children: { children: true, adults: false, adultsAreViews: false },
  adults: { children: false, adults: true, adultsAreViews: false },
  mixed: { children: true, adults: true, adultsAreViews: false },
  'adults-then-children': { children: true, adults: true, adultsAreViews: false },
  'adults-as-augmentations': { children: true, adults: true, adultsAreViews: true },
} as const satisfies Readonly<Record<string, RegimeFacts>>;

export type RegimeName = keyof typeof REGIME_FACTS;

/** In the order in which they are offered. */
export const REGIMES = Object.keys(REGIME_FACTS) as readonly RegimeName[];
