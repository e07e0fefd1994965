/** What a study can be in. `interrupted`: it was running when the program last ended. */
export const STUDY_STATES = ['running', 'stopped', 'finished', 'failed', 'interrupted'] as const;

export type StoredStudyState = (typeof STUDY_STATES)[number];
