import type { exchange as english } from '../en/exchange.ts';
import type { Translation } from '../translation.ts';

export const exchange: Translation<typeof english> = {
  exportTitle: 'Doorgeven',
  exportDescription:
    'Als bestand dat deze locatie ondertekent, voor een andere locatie, of als ONNX voor programma’s van anderen.',
  exportButton: 'Dit model doorgeven…',
  exportDialog: 'Doorgeven: {{model}}',
  what: 'van wie de beelden zijn',
  form: 'Als',
  forms: {
    'model-file': 'Ondertekend bestand voor een andere locatie (.faceward-model)',
    onnx: 'ONNX voor andere programma’s, niet ondertekend',
  },
  nobody: 'Het is niet gemaakt met beelden van een kind dat deze locatie kent.',
  children_one:
    'Het is gemaakt met beelden van {{count, number}} kind van deze locatie; er geldt vandaag een toestemming om een model te delen.',
  children_other:
    'Het is gemaakt met beelden van {{count, number}} kinderen van deze locatie; voor elk kind geldt vandaag een toestemming om ' +
    'een model te delen.',
  without: 'Het kan niet worden doorgegeven',
  withoutHelp: 'Voor deze kinderen geldt vandaag geen toestemming om een model te delen: {{codes, list}}.',
  namedHelp:
    'Deze codes staan in de naam, de instellingen of de kaart en zouden de locatie met het model verlaten: {{codes, list}}.',
  statement: 'Van wie de overige beelden zijn, en waarom het mag worden doorgegeven',
  statementHelp:
    'Het is gemaakt met beelden van mensen die deze locatie niet kent. Wat u schrijft, staat in het auditlogboek en in het ' +
    'bestand. Noem geen kind. Minstens 20 tekens.',
  statementMissing: 'Schrijf op waarom het mag worden doorgegeven.',
  export: 'Doorgeven',
  exported:
    'Geschreven: {{file}}. Geef de andere locatie de vingerafdruk van de sleutel van deze locatie, die bij de instellingen staat.',
  notExported: 'Het model is niet doorgegeven',
  importButton: 'Een model overnemen…',
  importDialog: 'Een model overnemen',
  importHelp:
    'Een bestand dat eindigt op .faceward-model. Het wordt een kandidaat, en wordt op de beelden van deze locatie vergeleken ' +
    'voordat het kan worden goedgekeurd.',
  choose: 'Bestand kiezen…',
  reading: 'Lezen: {{percent, number}}%',
  notRead: 'Het bestand is niet gelezen',
  found: 'Model {{model}} {{version}}, van de locatie “{{site}}”, {{date}}',
  foundTested: 'Daar getest op {{shows}}.',
  foundChildren_one: 'Die locatie staat in voor de toestemming van de familie van {{count, number}} kind.',
  foundChildren_other: 'Die locatie staat in voor de toestemming van de families van {{count, number}} kinderen.',
  foundStatement: 'Over anderen verklaart zij: “{{statement}}”',
  unchanged: 'Elk bestand erin is zoals die locatie het ondertekende.',
  standing: {
    own: 'Deze locatie heeft het zelf ondertekend.',
    known: 'Deze locatie is bekend: haar sleutel is de bevestigde.',
    unknown: 'Deze locatie is nog niet bekend',
    'key-changed': 'Dit is niet de sleutel die voor deze locatie is bevestigd',
  },
  unknownHelp:
    'Iedereen kan deze naam in een bestand schrijven. Vraag die locatie om de vingerafdruk van haar sleutel, bijvoorbeeld per ' +
    'telefoon, en vergelijk alle tekens:',
  confirm: 'Het is de vingerafdruk die de locatie mij heeft opgegeven.',
  confirmMissing: 'Bevestig dat u de vingerafdruk hebt vergeleken.',
  changedHelp:
    'Er kan niets worden overgenomen. Vraag het die locatie; heeft zij een nieuwe sleutel, verwijder dan hieronder de oude.',
  taken: 'Er is al een model met de naam {{model}}. Het wordt geen tweede keer overgenomen.',
  import: 'Overnemen als kandidaat',
  imported: 'Overgenomen als kandidaat: {{model}}',
  notImported: 'Het model is niet overgenomen',
  from: 'Overgenomen van de locatie “{{site}}” op {{date}}. Sleutel: {{fingerprint}}.',
  sites: 'Bekende locaties',
  sitesNone: 'Nog geen. Een locatie wordt bekend met haar eerste model.',
  siteBy: 'Bevestigd door {{by}}, {{date}}',
  forget: 'Verwijderen',
  forgetName: 'De locatie “{{site}}” verwijderen',
  notForgotten: 'De locatie is niet verwijderd',
  siteColumn: 'Locatie',
  keyColumn: 'Vingerafdruk van haar sleutel',
  confirmedColumn: 'Bevestigd',
};
