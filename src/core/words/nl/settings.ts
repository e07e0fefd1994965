import type { settings as english } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof english> = {
  title: 'Instellingen',
  users: {
    title: 'Gebruikers',
    what: 'de gebruikers',
    name: 'Naam',
    role: 'Rol',
    remove: '{{name}} verwijderen',
    removeHelp: 'Deze persoon kan zich niet meer aanmelden. Wat hij of zij deed, blijft vastgelegd.',
    add: 'Gebruiker toevoegen',
    password: 'Wachtwoord',
    submit: 'Toevoegen',
    failed: 'De gebruiker is niet toegevoegd',
  },
  audit: {
    title: 'Auditlogboek',
    description: 'Elke regel is aan de vorige gekoppeld, zodat een wijziging zou opvallen.',
    what: 'het auditlogboek',
    table: 'Regels van het auditlogboek',
    intact: 'Gecontroleerd: de keten is heel.',
    broken: 'De keten is verbroken',
    brokenHelp:
      'Een regel is buiten het programma om gewijzigd of verwijderd. Bewaar een kopie van de gegevensmap en meld het aan ' +
      'wie ervoor verantwoordelijk is.',
    newest: 'Nieuwste',
    older: 'Ouder',
    number: 'Nr.',
    when: 'Wanneer',
    who: 'Wie',
    action: 'Wat',
    subject: 'Waarop',
  },
  reportKey: {
    title: 'Verslagsleutel',
    description: 'De locatie ondertekent elk verslag in PDF en JSON met een eigen sleutel.',
    what: 'de verslagsleutel',
    fingerprint: 'Vingerafdruk:',
    verify:
      'Wie de publieke sleutel heeft, kan nagaan of een verslag van deze locatie komt en sindsdien niet is gewijzigd:',
    download: 'Publieke sleutel downloaden',
  },
  about: {
    title: 'Over',
    what: 'de versie',
    desktop: 'Faceward {{version}}, in een eigen venster.',
    browser: 'Faceward {{version}}, in een browser.',
    purpose:
      'Hulp bij beslissingen, geen diagnose. Het helpt geschoold personeel bij het kijken; het vervangt het kijken naar het ' +
      'kind niet.',
    local: 'Alles blijft op deze computer: het programma gebruikt geen netwerk en geen cloud.',
    licence: 'Licentie: Apache-2.0.',
  },
};
