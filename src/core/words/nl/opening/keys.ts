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
    'this-computer':
      'Op {{at}} heeft ook het laatste wachtwoord de sleutelbos van deze computer nodig gekregen: de sleutel wordt vervangen zodra er geen sessie, training, export of ander werk loopt.',
    asked: 'Op {{at}} is om vervanging gevraagd: die volgt zodra er geen sessie, training, export of ander werk loopt.',
  },
  computer: {
    title: 'Sleutelbos van deze computer',
    description:
      'Een wachtwoord opent de opslag dan alleen samen met een geheim dat het besturingssysteem voor dit account op deze computer bewaart. Wie een kopie van de gegevensmap heeft en een wachtwoord raadt, opent er niets mee; de herstelcode opent de opslag overal.',
    off: 'Uit: een wachtwoord alleen opent de opslag.',
    on: 'Aan sinds {{at}}. Op een andere computer, uit een reservekopie en in een terminal openen deze wachtwoorden niets: daar is de herstelcode voor.',
    notWorking: 'Deze computer opent het geheim niet dat de wachtwoorden nodig hebben',
    notWorkingHelp:
      'De gegevens komen van een andere computer, of dit account of zijn sleutelbos is opnieuw ingericht. Wachtwoorden die nu worden gegeven, openen de opslag zonder sleutelbos. Zet dit voor deze computer opnieuw aan, of zet het uit.',
    lost: 'Zij kunnen zich hier pas aanmelden als ze een nieuw wachtwoord hebben gekregen:',
    lostList: 'Wie zich op deze computer niet kan aanmelden',
    notYet: 'Nog met het wachtwoord alleen, tot ze zich hier aanmelden of een nieuw krijgen: {{names}}.',
    still: 'Nog met de sleutelbos van deze computer, tot ze zich aanmelden: {{names}}.',
    turnOn: 'Aanzetten',
    turnOnTitle: 'Is ook de sleutelbos van deze computer nodig?',
    turnOnHelp:
      'Voor uw eigen wachtwoord geldt dat meteen, voor dat van anderen zodra ze zich hier weer aanmelden. Na de laatste van hen wordt de sleutel vervangen: eerdere kopieën van het sleutelbestand openen dan niets meer van wat hier staat. Houd de herstelcode op papier bij de hand: gaat deze computer stuk, wordt hij vervangen of wordt het account opnieuw ingericht, dan opent alleen die code de opslag en de reservekopieën. Opdrachten in een terminal en het programma in een browser kunnen zich met deze wachtwoorden niet aanmelden: plan reservekopieën bij Instellingen, Reservekopieën.',
    turnOnFailed: 'Het is niet aangezet',
    turnOff: 'Uitzetten',
    turnOffTitle: 'Is de sleutelbos van deze computer niet meer nodig?',
    turnOffHelp:
      'Uw eigen wachtwoord opent de opslag meteen weer zonder, dat van anderen zodra ze zich hier weer aanmelden. Wie een kopie van de gegevensmap heeft, kan er dan weer wachtwoorden op proberen.',
    turnOffFailed: 'Het is niet uitgezet',
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
