import type { ui as english } from '../en/ui.ts';
import type { Translation } from '../translation.ts';

export const ui: Translation<typeof english> = {
  format: { hour: 'u', percent: '%', underOne: 'minder dan 1%' },
  reading: 'Bezig met laden: {{what}}…',
  couldNotRead: 'Laden mislukt: {{what}}',
  notDone: 'Dit is niet gebeurd',
  incident: 'In het logboek van het programma is dit incident {{incident}}.',
  renderedOnly: 'Niet gevalideerd bij echte kinderen: getest op {{shows}}',
  nothingYet: 'nog niets',
  tableOf: '{{table}}, {{of}}',
  password: {
    tooShort: 'Minstens {{shortest}} tekens. Vier of vijf losse woorden zijn makkelijk te onthouden.',
    weak: 'Zwak: te veel herhaalde of opeenvolgende tekens.',
    fair: 'Redelijk. Een langer wachtwoord is veiliger.',
    strong: 'Sterk.',
  },
};
