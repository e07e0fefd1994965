import type { setUp as english } from '../../en/opening/set-up.ts';
import type { Translation } from '../../translation.ts';

export const setUp: Translation<typeof english> = {
  welcome: 'Welkom',
  title: 'Welkom bij Faceward',
  intro:
    'Faceward leest via een webcam de emotie op het gezicht van een kind en bewaart die als tijdlijn. Alles blijft op deze ' +
    'computer.',
  site: 'Deze locatie inrichten',
  siteHelp: 'Voor een afdeling. U kiest een naam en een wachtwoord voor de beheerder.',
  demo: 'Rondkijken met demogegevens',
  demoHelp: 'Een getekend kind in een kort filmpje. Geen camera, geen wachtwoord; er wordt niets bewaard.',
  preparing: 'De demo wordt klaargezet…',
  demoFailed: 'De demo kon niet worden geopend',
  form: {
    name: 'Naam van de locatie',
    nameHelp: 'Bijvoorbeeld het ziekenhuis en de afdeling. De naam staat op elk verslag.',
    administrator: 'Beheerder',
    administratorHelp: 'De naam waarmee u zich aanmeldt.',
    password: 'Wachtwoord',
    again: 'Wachtwoord herhalen',
    differs: 'De twee wachtwoorden zijn nog niet gelijk.',
    failed: 'De locatie is niet ingericht',
    submit: 'Inrichten',
  },
  code: {
    name: 'Herstelcode',
    title: 'Schrijf de herstelcode op',
    help:
      'Hiermee gaat deze locatie open als alle wachtwoorden kwijt zijn. De code is alleen nu te zien en wordt nergens ' +
      'opgeslagen. Zonder wachtwoord en zonder deze code kan niemand de gegevens ooit nog lezen.',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    print: 'Afdrukken',
    lastGroup: 'Laatste groep van vijf',
    lastGroupHelp: 'Van het papier. Zolang die niet is overgetypt, opent de code niets.',
    confirm: 'Hij is opgeschreven',
    notConfirmed: 'De code is niet bevestigd',
    ownPassword: 'Uw wachtwoord',
    show: 'Nieuwe code tonen',
    notMade: 'Er is geen nieuwe code',
    missing: 'Maak een herstelcode',
    missingHelp:
      'De herstelcode van deze locatie is nooit bevestigd, dus er is geen code die haar opent. Raakt het laatste wachtwoord kwijt, dan is alles kwijt wat hier wordt bewaard. Maak nu een code en schrijf hem op; tot dan gaat er voor een beheerder niets anders open.',
  },
};
