import type { store as english } from '../../en/errors/store.ts';
import type { Translation } from '../../translation.ts';

export const store: Translation<typeof english> = {
  damaged:
    'De opslag {{file}} is beschadigd. Er is niets naartoe geschreven. Bewaar het bestand en zet een reservekopie terug.',
  'damaged-backup':
    'De opslag {{file}} is beschadigd. Er is niets naartoe geschreven; bewaar het bestand. De laatste reservekopie is ' +
    '{{backup}}, gemaakt op {{at}}: wie de computer beheert, zet die met “faceward restore” terug in een nieuwe map.',
  'backup-path': 'Er werd een volledig pad van een bestand verwacht, met de map; gevonden is {{found}}.',
  'backup-there':
    'Er is al een bestand {{file}}. Een reservekopie wordt nooit over een ander bestand geschreven: noem een ander bestand.',
  'backup-folder-away': 'De map {{dir}} is er niet. Sluit de schijf aan of noem een andere map.',
  'backup-folder-closed':
    'Naar de map {{dir}} kan niet worden geschreven. Geef dit programma het recht daartoe of noem een andere map.',
  'backup-no-plan': 'Er werd een map voor reservekopieën verwacht. Geef die op bij Instellingen.',
  'backup-under-way': 'Er wordt op dit moment een reservekopie gemaakt. Wacht tot die klaar is.',
  'backup-not-made':
    'De reservekopie {{file}} is niet gemaakt en er is niets van over: {{found}}. Maak ruimte of sluit de schijf aan en probeer ' +
    'het opnieuw.',
  'log-damaged_one':
    'Het logboek met de nieuwste gegevens van {{file}} is beschadigd. Minstens {{count, number}} bewaarde stap (een halve seconde ' +
    'van een opname, of één invoer) is niet te lezen; {{readable, number}} daarvóór wel. Er is niets geschreven, en alle ' +
    'bestanden zijn gekopieerd naar de map {{copy}} ernaast. Vraag het aan wie de computer beheert, of zeg dat er geopend ' +
    'moet worden zonder wat er ontbreekt.',
  'log-damaged_other':
    'Het logboek met de nieuwste gegevens van {{file}} is beschadigd. {{count, number}} bewaarde stappen of meer (elk een halve ' +
    'seconde van een opname, of één invoer) zijn niet te lezen; {{readable, number}} daarvóór wel. Er is niets geschreven, en ' +
    'alle bestanden zijn gekopieerd naar de map {{copy}} ernaast. Vraag het aan wie de computer beheert, of zeg dat er geopend ' +
    'moet worden zonder wat er ontbreekt.',
  newer:
    'De opslag {{file}} heeft schemaversie {{found, number}}; dit programma kent versies tot en met {{known, number}}. Gebruik ' +
    'de versie van het programma die de opslag heeft gemaakt, of een nieuwere.',
  gone: 'De opslag {{file}} is verplaatst, verwijderd of vervangen. Zet de map terug waar die stond, of sluit de schijf weer aan.',
  'open-elsewhere':
    'De opslag {{file}} is open in een ander programma, hoewel niets de map nog vergrendelt. Sluit eerst dat programma: twee ' +
    'programma’s zouden elkaars sessies overschrijven.',
  'not-updated':
    'Deze versie van het programma past de opslag aan en maakt er eerst een reservekopie van. De reservekopie {{file}} is niet ' +
    'gemaakt: {{found}}. Er is niets veranderd. Maak ruimte en meld u opnieuw aan.',
  'not-there': 'In {{file}} werd een opslag verwacht; er is geen bestand.',
  'there-already':
    'In {{file}} zou een nieuwe opslag worden gemaakt, maar er is al een bestand. Open het of verplaats het.',
  'wrong-key': 'De sleutel opent de opslag {{file}} niet: geen enkele pagina is ermee geschreven.',
  'keys-damaged': 'Het sleutelbestand {{file}} is beschadigd. Bewaar het en zet een kopie terug.',
  'keys-missing':
    '{{store}} is er wel, maar de sleutels die de opslag openen ({{keys}}) niet. Zet het sleutelbestand terug of kies een ' +
    'andere gegevensmap.',
  'in-use':
    'De gegevensmap {{dir}} is in gebruik door {{host, host}}, procesnummer {{pid}}, sinds {{since}}. Sluit het daar, of noem ' +
    'met --data een andere gegevensmap.',
  'in-use-unknown':
    'De gegevensmap {{dir}} is in gebruik door een ander programma. Sluit het daar, of noem met --data een andere gegevensmap.',
};
