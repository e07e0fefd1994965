import type { keys as english } from '../../en/opening/keys.ts';
import type { Translation } from '../../translation.ts';

export const keys: Translation<typeof english> = {
  title: 'Sleutels',
  description:
    'De opslag is versleuteld. Als u een gebruiker verwijdert, wordt de sleutel vervangen: een kopie van het sleutelbestand die iemand heeft bewaard, opent dan niets meer van wat hier staat. Eerdere reservekopieën blijven te openen met de wachtwoorden van toen.',
  what: 'de sleutels',
  never: 'De sleutel is nog die waarmee de locatie is ingericht.',
  last: 'De sleutel is het laatst vervangen op {{at}}.',
  due: {
    'user-removed':
      'Op {{at}} is een gebruiker verwijderd: de sleutel wordt vervangen zodra er geen sessie, training, export of ander werk loopt.',
    asked: 'Op {{at}} is om vervanging gevraagd: die volgt zodra er geen sessie, training, export of ander werk loopt.',
  },
  failed: 'De sleutel is op {{at}} niet vervangen',
  change: 'Sleutel vervangen',
  confirm: 'Vervangen',
  help: 'Iedereen meldt zich aan zoals voorheen. Ondertussen wacht elk venster: ongeveer anderhalve minuut per gigabyte opslag. Op de schijf moet evenveel ruimte vrij zijn als de opslag inneemt.',
  leftOutTitle: 'Niet iedereen heeft een sleutel die vervangen kan worden',
  leftOut:
    'Sinds een eerdere versie hebben zij zich niet aangemeld. De sleutel wordt niet vanzelf vervangen zolang niet ieder van hen zich één keer heeft aangemeld. Geef wie niet komt hier een nieuw wachtwoord: ook dat is genoeg. Vervangt u de sleutel toch, dan kunnen zij zich pas weer aanmelden als ze een nieuw wachtwoord hebben gekregen.',
  leftOutList: 'Wie zich één keer moet aanmelden',
  withoutKeyTitle: 'Niet iedereen kan zich aanmelden',
  withoutKey:
    'Zij hebben geen sleutel, bijvoorbeeld omdat die zonder hen is vervangen. Aanmelden kan pas weer als ze een nieuw wachtwoord hebben gekregen.',
  withoutKeyList: 'Wie zich niet kan aanmelden',
  noCode:
    'De herstelcode is van een eerdere versie. Zolang er geen nieuwe is, wordt de sleutel niet vanzelf vervangen. Vervangt u de sleutel toch, dan opent de code op papier niets meer.',
  without: 'Toch vervangen, en hen buiten laten',
  foreign: {
    title: 'Het sleutelbestand is buiten het programma om gewijzigd',
    found:
      'Gevonden op {{at}}: keys.json in de gegevensmap is niet zoals dit programma het heeft geschreven. De vingerafdruk is {{fingerprint}}.',
    names: 'Gewijzigd zijn de sleutels van: {{names}}.',
    code: 'Gewijzigd is de sleutel van de herstelcode.',
    elsewhere: 'De sleutels van alle gebruikers en van de herstelcode zijn zoals ze waren.',
    unknown: 'Welke sleutels anders zijn, is niet vast te stellen: een eerdere versie hield dat niet bij.',
    help: 'Iemand kan er een eigen sleutel in hebben gezet, waarmee na de volgende vervanging de opslag te openen is. Zolang dit niet is afgehandeld, wordt geen sleutel vervangen, kan niemand worden toegevoegd en geen herstelcode worden gemaakt. Heeft niemand hier het bestand neergezet, zet dan keys.json uit een reservekopie terug, of geef deze mensen eerst een nieuw wachtwoord of verwijder hen.',
    settle: 'Het bestand is bekend: afhandelen',
    settleTitle: 'Geldt het sleutelbestand zoals het is?',
    settleHelp:
      'Vanaf de volgende vervanging opent elke sleutel erin de opslag. In het auditlogboek staat wie dit heeft afgehandeld.',
    failed: 'Het is niet afgehandeld',
  },
  changing: {
    title: 'De sleutels worden vervangen',
    help: 'De opslag wordt opnieuw geschreven met een andere sleutel. Wat u ondertussen doet, wacht en gaat niet verloren. Stopt het programma nu, dan begint het bij de volgende aanmelding opnieuw.',
    waiting: 'Wachten op wat nog bezig is.',
    copy: 'Stap 1 van 3: de opslag wordt gekopieerd.',
    rekey: 'Stap 2 van 3: de kopie wordt met de nieuwe sleutel geschreven.',
    check: 'Stap 3 van 3: de kopie wordt in haar geheel gelezen.',
  },
};
