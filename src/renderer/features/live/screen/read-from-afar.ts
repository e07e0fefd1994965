/**
 * Sizes of what is read from three metres, as CSS lengths: shares of the readout's own width (cqi), so that they grow with
 * the window, held back by its height. docs/session.md has the rule behind them and what they come to on which screen.
 */
export const WORD_SIZE = 'clamp(2.25rem, min(15cqi, 11vh), 16rem)';

/** A reason for a gap is longer than a word. */
export const GAP_SIZE = 'clamp(1.5rem, min(8cqi, 7vh), 9rem)';

/** The figure of confidence. */
export const FIGURE_SIZE = 'clamp(1.125rem, min(6.5cqi, 4.3vh), 7rem)';

/** The figures of recall: a little smaller, so that what they are of has room beside them. */
export const RECALL_SIZE = 'clamp(1.125rem, min(5.6cqi, 3.9vh), 6rem)';

/** What the figures are of: for whoever stands in front of the screen. */
export const CAPTION_SIZE = 'clamp(0.8125rem, min(2.4cqi, 1.7vh), 2.5rem)';
