/** `running` also stands for one that ran when the program ended: who opens the store knows whether it still does. */
export const STORED_EXPORT_STATES = ['running', 'finished', 'stopped'] as const;

export type StoredExportState = (typeof STORED_EXPORT_STATES)[number];
