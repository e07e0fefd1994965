import type { lab as englishLab, models as englishModels } from '../../en/errors/lab.ts';
import type { Translation } from '../../translation.ts';

export const lab: Translation<typeof englishLab> = {
  'dataset-not-there': 'Deze dataset is er niet meer.',
  'run-not-there': 'Deze run is er niet.',
  'run-under-way': 'Er loopt al een run. Stop die of wacht tot hij klaar is.',
  'run-not-under-way': 'Deze run loopt niet.',
  'run-finished': 'Deze run is klaar: er valt niets te hervatten.',
  'run-not-finished': 'Alleen een run die klaar is, heeft een model; deze is {{state, runState}}.',
  'run-proposed': 'Deze run is al eerder voorgedragen, als {{model}}.',
  'pictures-removed': 'Een dataset van bewaarde beelden die deze run leest, is verwijderd: start een nieuwe run.',
  'pictures-no-consent': 'Voor geen enkel beeld van “{{dataset}}” geldt vandaag toestemming voor training.',
};

export const models: Translation<typeof englishModels> = {
  'not-there': 'Dit model is er niet.',
  'name-taken': 'Er is al een model met de naam {{model}}.',
  'approver-missing': 'Niet goedgekeurd: er is niet vermeld wie het goedkeurt. Noem die persoon.',
  'in-use': 'Niet goedgekeurd: model {{model}} is al in gebruik.',
  leaks_one:
    'Niet goedgekeurd: {{count, number}} persoon van model {{model}} zit zowel in {{first}} als in {{second}}, waardoor de ' +
    'cijfers te gunstig zijn. Train het opnieuw met elke persoon in één deel.',
  leaks_other:
    'Niet goedgekeurd: {{count, number}} personen van model {{model}} zitten zowel in {{first}} als in {{second}}, waardoor de ' +
    'cijfers te gunstig zijn. Train het opnieuw met elke persoon in één deel.',
  'not-compared':
    'Niet goedgekeurd: model {{model}} moet op dezelfde beelden zijn vergeleken met {{approved}}, het model in gebruik; er is ' +
    'geen vergelijking.',
  'compared-with-another':
    'Niet goedgekeurd: model {{model}} moet op dezelfde beelden zijn vergeleken met {{approved}}, het model in gebruik; het is ' +
    'vergeleken met {{compared}}.',
  'file-missing': '{{path}} kan niet worden gelezen; er werd een modelmap met {{file}} verwacht.',
  'file-too-large': '{{path}} is {{found, number}} bytes groot; er worden hoogstens {{most, number}} bytes gelezen.',
  'file-damaged': '{{path}} is beschadigd, of gemaakt door een andere versie van het programma. Zet een kopie terug.',
};
