/** The short tour of the demo: what the pages are for. */
export const tour = {
  begin: 'Short tour',
  label: 'Short tour, step {{step}} of {{of}}',
  step: '{{step}} of {{of}}',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  skip: 'Skip the tour',
  stop: {
    live: 'During a session one large word says what the face shows and how sure that is, or why nothing is read. Keys mark what happens.',
    today: 'Here the day begins: who may be watched today, what was read of them last, and Start.',
    children:
      'A child has a code, never a name. What the family agrees to is recorded here, and can be withdrawn at any time.',
    sessions: 'Every session can be read again: its timeline, what people say it was, and a signed report.',
    training:
      'Models are trained and compared here, on this machine alone. Another person approves one before it is used.',
  },
} as const;
