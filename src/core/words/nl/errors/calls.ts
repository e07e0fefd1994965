import type { call as englishCall, input as englishInput } from '../../en/errors/calls.ts';
import type { Translation } from '../../translation.ts';

export const call: Translation<typeof englishCall> = {
  closing: 'Het programma wordt afgesloten.',
  unknown: 'Het programma kent deze opdracht niet.',
  'from-elsewhere': 'Deze opdracht kwam niet uit het venster van het programma en is geweigerd.',
  'not-signed-in': 'Er is niemand aangemeld. Meld u eerst aan.',
  'start-password':
    'U meldt u aan met een wachtwoord dat u van een beheerder hebt gekregen. Kies eerst een eigen wachtwoord, in het venster van het programma.',
  'recovery-code': 'Deze locatie heeft geen herstelcode. Maak er eerst een, in het venster van het programma.',
  locked: 'Het scherm is vergrendeld. Ontgrendel het eerst.',
  'role-needed': 'Hiervoor is {{roles, roles}} nodig; u bent aangemeld als {{role, role}}.',
  'disk-full': 'De schijf is vol. Wat al was opgeslagen, is bewaard gebleven; maak ruimte en probeer het opnieuw.',
  unexpected: 'Er is iets misgegaan wat niet mis had mogen gaan. In het logboek staat het als {{incident}}.',
  'reason-unknown': 'De reden is door een andere versie van het programma vastgelegd en kan hier niet worden getoond.',
};

export const input: Translation<typeof englishInput> = {
  missing: '{{field, field}}: ontbreekt.',
  empty: '{{field, field}}: mag niet leeg zijn.',
  'wrong-kind': '{{field, field}}: verwacht werd {{wanted, kind}}; gevonden is {{found, kind}}.',
  'too-short_one': '{{field, field}}: minstens {{count, number}} teken is nodig; het zijn er {{found, number}}.',
  'too-short_other': '{{field, field}}: minstens {{count, number}} tekens zijn nodig; het zijn er {{found, number}}.',
  'too-long_one': '{{field, field}}: hoogstens {{count, number}} teken is toegestaan; het zijn er {{found, number}}.',
  'too-long_other':
    '{{field, field}}: hoogstens {{count, number}} tekens zijn toegestaan; het zijn er {{found, number}}.',
  'too-few_one': '{{field, field}}: minstens {{count, number}} is nodig; het zijn er {{found, number}}.',
  'too-few_other': '{{field, field}}: minstens {{count, number}} zijn nodig; het zijn er {{found, number}}.',
  'too-many_one': '{{field, field}}: hoogstens {{count, number}} is toegestaan; het zijn er {{found, number}}.',
  'too-many_other': '{{field, field}}: hoogstens {{count, number}} zijn toegestaan; het zijn er {{found, number}}.',
  'too-small': '{{field, field}}: {{least, number}} of meer is nodig; ingevuld is {{found, number}}.',
  'too-large': '{{field, field}}: {{most, number}} of minder is toegestaan; ingevuld is {{found, number}}.',
  'no-date': '{{field, field}}: een datum als jjjj-mm-dd is nodig.',
  'not-usable': '{{field, field}}: deze waarde kan niet worden gebruikt.',
  'child-code': 'Een code bestaat uit 2 tot 20 letters, cijfers of streepjes en is nooit een naam.',
  'birth-month': 'Een geboortemaand schrijft u als jjjj-mm.',
  'marker-key': 'De toets van een markering is één letter of cijfer.',
  'marker-key-taken': 'Elke markering heeft een eigen toets nodig.',
  'caution-note': 'Zeg in woorden wat het is.',
  'marker-name': 'Een eigen markering heeft een naam; de andere hebben er geen.',
  'lsl-own-stream': 'Geef de naam van een stream van een ander programma; dit is er een van Faceward zelf.',
  'gap-ends-first': 'Een onderbreking kan niet eindigen voordat ze begint.',
  'annotation-ends-first': 'Een beoordeling moet na haar begin eindigen.',
  'probabilities-sum': 'De kansen van een meting moeten samen 1 zijn.',
  'picture-size': 'Een bewaard beeld moet 60 x 60 bytes groot zijn.',
};
