/** A model's life: proposed, in use for new sessions, in use no longer. At most one model is approved. */
export const MODEL_STATES = ['candidate', 'approved', 'retired'] as const;

export type ModelState = (typeof MODEL_STATES)[number];

/** Whether a model came with the program, was trained at the site, or is another site's. */
export const MODEL_ORIGINS = ['shipped', 'trained-here', 'imported'] as const;

export type ModelOrigin = (typeof MODEL_ORIGINS)[number];

/** Who approved the model that a new site begins with, where a person's name stands otherwise; the screen has words for it. */
export const APPROVED_WITH_SET_UP = 'with set-up';
