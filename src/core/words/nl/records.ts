import type { records as english } from '../en/records.ts';
import type { Translation } from '../translation.ts';

export const records: Translation<typeof english> = {
  finding: {
    title: 'Het auditlogboek is niet zoals het voor het laatst bekend was',
    broken:
      'Regel {{entry, number}} volgt niet op de regel ervoor: een regel is buiten het programma om gewijzigd, verwijderd of ' +
      'tussengevoegd.',
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
  audit: {
    signed: 'Het einde van het logboek is ondertekend en staat in het bestand audit-head.json naast de opslag.',
    keepElsewhere:
      'Bewaar een ondertekende kopie op een plek waar niemand die met deze computer werkt haar kan wijzigen: wie de gegevens en ' +
      'de sleutel heeft, kan logboek en bestand opnieuw schrijven. Deze opdracht vergelijkt de twee:',
    download: 'Ondertekende kopie van het logboek',
    downloadFailed: 'De kopie is niet gemaakt',
  },
};
