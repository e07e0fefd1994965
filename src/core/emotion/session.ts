/** Where a session's pictures come from; `recording` is a video file, read by the same pipeline after the fact. */
export const SESSION_SOURCES = ['webcam', 'demo-clip', 'recording'] as const;

export type SessionSource = (typeof SESSION_SOURCES)[number];

/** `stopped`: by staff. `recovered`: the program ended while the session ran, and kept what was on disk. */
export const SESSION_STATES = ['running', 'stopped', 'recovered'] as const;

export type SessionState = (typeof SESSION_STATES)[number];

/**
 * What changed about who answers for a session while it ran. `gone-on`: the same person, in another window or after the
 * program was started again. `taken-over`: another person. `stop-undone`: it was stopped, and then it was not.
 */
export const SESSION_TURN_KINDS = ['gone-on', 'taken-over', 'stop-undone'] as const;

export type SessionTurnKind = (typeof SESSION_TURN_KINDS)[number];

/** A week: longer than a session that a laptop slept over a weekend, and short enough for every kind of report. */
export const LONGEST_SESSION_MS = 7 * 24 * 3_600_000;
