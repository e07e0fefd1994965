import type { records as english } from '../en/records.ts';
import type { Translation } from '../translation.ts';
import { auditedActions } from './records/audited-actions.ts';
import { clock } from './records/clock.ts';

export const records: Translation<typeof english> = {
  finding: {
    title: 'Het auditlogboek is niet zoals het voor het laatst bekend was',
    broken:
      'Regel {{entry, number}} volgt niet op de regel ervoor: een regel is buiten het programma om gewijzigd, verwijderd of ' +
      'tussengevoegd.',
    'beginning-missing':
      'Het begin van het logboek ontbreekt: het begint met regel {{entry, number}}, en geen inkorting die deze locatie heeft ondertekend, vertelt van de regels ervoor.',
    emptied: 'Het is leeggemaakt: {{missing, number}} regels ontbreken, de laatste van {{knownAt}}.',
    'tail-cut':
      'Het einde is eraf gehaald: regels {{from, number}} tot en met {{known, number}} ontbreken, de laatste van {{knownAt}}.',
    'older-store':
      'Er is een oudere opslag teruggezet, of het nieuwste deel is verloren gegaan: het logboek eindigt met regel ' +
      '{{found, number}} van {{foundAt}}; bekend is regel {{known, number}} van {{knownAt}}. Er ontbreken {{missing, number}} ' +
      'regels, en daarmee alles wat in die tijd is opgenomen, ingevoerd en afgesproken.',
    rewritten:
      'Het is opnieuw geschreven, of er is een oudere opslag teruggezet waarmee is doorgewerkt: regel {{known, number}} van ' +
      '{{knownAt}} staat er niet in zoals ze bekend is.',
    'head-missing':
      'Het bestand audit-head.json in de gegevensmap, waarin staat waar het logboek eindigt, is verwijderd. Of er regels ' +
      'ontbreken, is niet vast te stellen.',
    'head-unreadable':
      'Het bestand audit-head.json in de gegevensmap, waarin staat waar het logboek eindigt, is gewijzigd of beschadigd. Of er ' +
      'regels ontbreken, is niet vast te stellen.',
    'head-foreign':
      'Het bestand audit-head.json in de gegevensmap is door een andere locatie ondertekend. Of er regels ontbreken, is niet ' +
      'vast te stellen.',
    found: 'Gevonden op {{at}}.',
    acknowledged: 'Bekend bij {{by}} sinds {{at}}.',
    tellAdministrator: 'Zeg het tegen een beheerder. U kunt doorwerken.',
    look: 'Auditlogboek bekijken',
    what: 'wat er over het auditlogboek is gevonden',
    history: 'Wat er bij het openen van de opslag is gevonden',
    acknowledge: 'Dit is bekend',
    acknowledgeTitle: 'Is dit bekend?',
    acknowledgeHelp:
      'Geen pagina meldt het nog. Wat er is gevonden, blijft hier en in het auditlogboek staan, met uw naam. Het bestand dat ' +
      'het aantoonde, blijft in de gegevensmap.',
  },
  backups: {
    title: 'Reservekopieën',
    description:
      'Alles wat de locatie bewaart, als één bestand: versleuteld met de wachtwoorden van de dag waarop het wordt gemaakt, geopend ' +
      'en gecontroleerd. “faceward restore” maakt er een nieuwe map van.',
    what: 'de reservekopieën',
    none: 'Volgens dit schema is er nog geen gemaakt.',
    last:
      'De laatste is gemaakt op {{at}} en gecontroleerd: {{rows, number}} rijen, {{entries, number}} regels van het ' +
      'auditlogboek. {{file}}',
    underWay: 'Er wordt een reservekopie gemaakt. U kunt doorwerken.',
    failed: 'De reservekopie van {{at}} is niet gemaakt',
    triedAgain: 'Om {{at}} wordt het opnieuw geprobeerd, zolang er iemand is aangemeld.',
    makeNow: 'Nu een maken',
    notMade: 'De reservekopie is niet gemaakt',
    planned: 'Vanzelf reservekopieën maken',
    folder: 'Map',
    folderHelp:
      'Het volledige pad, liefst op een andere schijf. Is de schijf er niet, dan staat dat op deze pagina en wordt het opnieuw ' +
      'geprobeerd.',
    everyHours: 'Uren van de ene tot de volgende',
    everyHoursHelp: 'Van 1 tot 720. Ze worden gemaakt zolang er iemand is aangemeld en er geen sessie loopt.',
    keep: 'Hoeveel er bewaard blijven',
    keepHelp: 'Van 2 tot 100. Oudere van deze locatie worden uit de map verwijderd, en verder niets.',
    save: 'Schema bewaren',
    saved: 'Bewaard.',
    notSaved: 'Het schema is niet bewaard',
  },
  search: {
    who: 'Wie',
    everybody: 'Iedereen',
    what: 'Wat',
    everything: 'Alles',
    child: 'Code van het kind',
    from: 'Van',
    until: 'Tot en met',
    clear: 'Wissen',
    session: '{{name}}, sessie van {{at}}',
    nothing: 'Geen regel voldoet.',
  },
  archive: {
    fileName: 'LEES-MIJ.txt',
    text:
      'Alles wat deze afdeling in Faceward bewaart over kind {{code}}, op {{at}}.\n\n' +
      'Faceward volgt met een camera het gezicht van een kind en zegt op welke emotie de uitdrukking lijkt. Het is een hulpmiddel voor ' +
      'opgeleid personeel en geen diagnose; het kan zich vergissen.\n\n' +
      'consents/   scans van de formulieren die zijn ondertekend, als de afdeling die bewaart\n' +
      'sessions/   een map per sessie, de oudste eerst: een verslag om te lezen (PDF), hetzelfde voor programma’s (JSON), elke meting ' +
      '(CSV), beelden van het gezicht en video als de familie het bewaren daarvan goed vond\n' +
      'images/     het gezicht zoals het uit foto’s is geknipt die bij trainingssets horen; originals/ als de afdeling die zelf bewaart\n' +
      'exports/    verslagen die eerder zijn gemaakt en er nog zijn\n' +
      'tables/     elke aantekening over het kind zoals die is opgeslagen, één tabel per bestand; te openen in een rekenblad\n\n' +
      'De belangrijkste tabellen: children (code en geboortemaand; er is geen naam opgeslagen), consents (waarmee is ingestemd, door wie, tot ' +
      'wanneer), sessions (sessies), samples (elke meting: zeven kansen, waar het gezicht was), gaps (tijden zonder meting, en waarom), ' +
      'markers, observations en annotations (wat personeel noteerde), baselines (het gezicht in rust, als getallen), audit (wie wanneer ' +
      'iets bekeek of veranderde), run_images (trainingen die een beeld lazen). Een lege tabel betekent dat er niets is bewaard.\n\n' +
      'Niet hierin: sessies die personeel aanmerkte als van een ander kind, kopieën die eerder zijn meegegeven, back-ups, foto’s in mappen van het ziekenhuis buiten Faceward, en wat een model heeft ' +
      'geleerd; daar zitten geen beelden in.\n\n' +
      'U kunt de afdeling vragen om uitleg, verbetering of verwijdering. Bewaar dit bestand zorgvuldig: wie het heeft, kan alles lezen.',
  },
  topic: {
    site: 'Aanmelden en de locatie',
    refused: 'Geweigerd',
    account: 'Eigen account',
    users: 'Gebruikers',
    children: 'Kinderen',
    consents: 'Toestemmingen',
    cautions: 'Aandachtspunten',
    sessions: 'Sessies',
    annotations: 'Correcties',
    baselines: 'Rustgezichten',
    protocols: 'Protocollen',
    review: 'Te beoordelen momenten',
    moments: 'Momenten van twijfel',
    exports: 'Exports',
    datasets: 'Datasets',
    wall: 'Gezichtenwand',
    runs: 'Trainingen',
    results: 'Resultaten',
    studies: 'Studies',
    comparisons: 'Vergelijkingen',
    models: 'Modellen',
    ratings: 'Blinde beoordelingen',
    videos: 'Video’s',
    lsl: 'Streams (LSL)',
    federation: 'Meerdere locaties',
    audit: 'Auditlogboek',
    backups: 'Reservekopieën',
    erasures: 'Wissingen',
    keys: 'Sleutels',
    clock: 'Klok',
  },
  action: auditedActions,
  clock,
  audit: {
    signed: 'Het einde van het logboek is ondertekend en staat in het bestand audit-head.json naast de opslag.',
    keepElsewhere:
      'Bewaar een ondertekende kopie op een plek waar niemand die met deze computer werkt haar kan wijzigen: wie de gegevens en ' +
      'de sleutel heeft, kan logboek en bestand opnieuw schrijven. Deze opdracht vergelijkt de twee:',
    download: 'Ondertekende kopie van het logboek',
    downloadFailed: 'De kopie is niet gemaakt',
  },
};
