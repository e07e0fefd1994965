/** What goes by a rule of its own. */
export const RETENTION_KINDS = ['sessions', 'pictures', 'videos', 'exports', 'audit'] as const;

export type RetentionKind = (typeof RETENTION_KINDS)[number];
