import type { ui as english } from '../en/ui.ts';
import type { Translation } from '../translation.ts';

export const ui: Translation<typeof english> = {
  format: { hour: 'u', percent: '%', underOne: 'minder dan 1%', overNinetyNine: 'meer dan 99%' },
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
    toggle: 'Toon of verberg het wachtwoord',
  },
  field: {
    missing: 'Vul dit in.',
    notChosen: 'Maak een keuze.',
    tooShort: 'Minstens {{limit, number}} tekens.',
    tooLong: 'Hoogstens {{limit, number}} tekens.',
    tooFew: 'Kies er minstens {{limit, number}}.',
    tooMany: 'Kies er hoogstens {{limit, number}}.',
    tooSmall: 'Niet minder dan {{limit, number}}.',
    tooLarge: 'Niet meer dan {{limit, number}}.',
    notWhole: 'Vul een geheel getal in.',
    noDate: 'Deze datum bestaat niet.',
    wrong: 'Dit kan hier niet.',
  },
};
