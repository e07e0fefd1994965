import type { keys as english } from '../../en/errors/keys.ts';
import type { Translation } from '../../translation.ts';

export const keys: Translation<typeof english> = {
  demo: 'Een demo heeft geen sleutels die vervangen kunnen worden: de demo wordt weggegooid zodra iedereen weg is.',
  'leaves-out':
    'Buiten zouden vallen: {{names}}. Sleutels van een eerdere versie kunnen niet worden vervangen voor wie zich niet aanmeldt. ' +
    'Laat hen zich eerst aanmelden, of vervang de sleutels zonder hen.',
  'leaves-out-code':
    'De herstelcode op papier is van een eerdere versie en zou niets meer openen. Maak eerst een nieuwe, of ' +
    'vervang de sleutels toch.',
  'not-changed':
    'De sleutels zijn niet vervangen en alles is zoals het was: {{found}}. Over een kwartier en bij de volgende start wordt het ' +
    'opnieuw geprobeerd.',
  foreign:
    'Het sleutelbestand is buiten dit programma om gewijzigd. Er wordt geen sleutel vervangen, niemand toegevoegd en geen herstelcode ' +
    'gemaakt totdat een beheerder er bij Instellingen, Sleutels naar heeft gekeken.',
  'other-file': 'Het sleutelbestand is weer gewijzigd sinds ernaar is gekeken. Kijk er nog eens naar.',
};
