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
    setRole: 'Rol van {{name}} wijzigen',
    setRoleShort: 'Rol',
    roleHelp: 'De nieuwe rol geldt meteen, in elk venster waarin deze persoon is aangemeld.',
    roleSubmit: 'Rol wijzigen',
    roleFailed: 'De rol is niet gewijzigd',
    reset: '{{name}} een nieuw wachtwoord geven',
    resetShort: 'Nieuw wachtwoord',
    resetHelp:
      'Deze persoon wordt overal afgemeld, meldt zich aan met het wachtwoord dat u hier geeft en moet daarna eerst een eigen wachtwoord kiezen.',
    startPassword: 'Startwachtwoord',
    resetSubmit: 'Dit wachtwoord geven',
    resetFailed: 'Het wachtwoord is niet gewijzigd',
    mustChange: 'Moet bij de eerste aanmelding een eigen wachtwoord kiezen',
    onlyOne:
      'Er is maar één beheerder. Voeg een tweede toe: bij ziekte of vertrek kan die helpen zonder de herstelcode.',
    newCode: 'Nieuwe herstelcode',
    newCodeHelp:
      'Voor een code die kwijt is of door anderen is gezien. De nieuwe wordt één keer getoond; de huidige code geldt tot u de nieuwe hebt bevestigd en opent daarna niets meer.',
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
  lock: {
    title: 'Schermvergrendeling',
    description:
      'Een venster dat niemand aanraakt, wordt afgedekt. Een sessie erin gaat door: op de afdekking staat dat de camera aan is, en een collega kan ontgrendelen en overnemen.',
    what: 'wanneer het scherm vergrendelt',
    minutes: 'Minuten zonder toets of muis',
    minutesHelp: 'Van 1 tot 240.',
    never: 'Nooit vanzelf',
    neverHelp: 'Voor een scherm waar urenlang van een afstand naar wordt gekeken. Met de hand vergrendelen kan altijd.',
    save: 'Bewaren wanneer het vergrendelt',
    saved: 'Bewaard.',
    notSaved: 'Het is niet bewaard',
  },
  approvalRules: {
    title: 'Goedkeuring van modellen',
    description:
      'Wat een nieuw model moet laten zien voordat het wordt gebruikt. Voor minder is een geschreven reden van een ' +
      'beheerder nodig.',
    what: 'wat voor goedkeuring nodig is',
    fewestTestChildren: 'Testkinderen, minstens',
    fewestTestChildrenHelp: 'Vanaf 10. Met minder is een goed model niet van toeval te onderscheiden.',
    margin: 'Marge in gebalanceerde nauwkeurigheid',
    marginHelp:
      'Het interval van het verschil met het model in gebruik moet boven min deze marge liggen. Van 0 tot 0,2; gebruikelijk ' +
      'is 0,05.',
    save: 'Opslaan wat nodig is',
    saved: 'Opgeslagen.',
    notSaved: 'Het is niet opgeslagen',
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
    local:
      'Alles blijft op deze computer: het programma gebruikt geen netwerk en geen cloud, tenzij een beheerder sessies naar andere apparaten laat streamen (LSL).',
    licence: 'Licentie: Apache-2.0.',
  },
};
