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
  'computer-host':
    'Alleen in zijn eigen venster kan het programma bij de sleutelbos van deze computer. In een browser of een terminal heeft het er geen.',
  'computer-plain-text':
    'Op deze computer is geen sleutelbos gevonden, zoals GNOME Keyring of KWallet: wat hier wordt bewaard, kan dan iedereen lezen. Richt voor dit ' +
    'account een sleutelbos in en start het programma opnieuw.',
  'computer-none':
    'De sleutelbos van deze computer gaat niet open. Ontgrendel hem, of laat hem voor dit account inrichten, en start het programma opnieuw.',
  'computer-refused':
    'De sleutelbos van deze computer gaf niet terug wat erin was gelegd ({{found}}). Er is niets gewijzigd.',
  'computer-file':
    '{{file}} is beschadigd. Zet een kopie terug, of haal het bestand weg als die er niet is: wie het nodig heeft, meldt zich dan aan met een nieuw ' +
    'wachtwoord.',
  'computer-needs-code':
    'De locatie heeft geen herstelcode. Zonder herstelcode gaat met de sleutelbos van deze computer alles verloren. Maak er eerst een bij ' +
    'Instellingen, Gebruikers.',
  'other-file': 'Het sleutelbestand is weer gewijzigd sinds ernaar is gekeken. Kijk er nog eens naar.',
};
