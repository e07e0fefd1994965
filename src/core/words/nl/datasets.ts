import type { datasets as english } from '../en/datasets.ts';
import type { Translation } from '../translation.ts';

export const datasets: Translation<typeof english> = {
  title: 'Datasets',
  description: 'Een map met een manifest.csv, of met mappen groep/emotie vol beelden.',
  what: 'de datasets',
  none: 'Nog geen dataset. Voeg hieronder een map toe.',
  kept: 'Beelden die sessies bewaarden, in de opslag. Geteld zoals de toestemming vandaag is.',
  folder: 'Map',
  folderHelp: 'Het volledige pad op deze computer.',
  add: 'Dataset toevoegen',
  failed: 'De dataset is niet toegevoegd',
  images_one: '{{count, number}} beeld',
  images_other: '{{count, number}} beelden',
  children_one: '{{count, number}} kind',
  children_other: '{{count, number}} kinderen',
  adults_one: '{{count, number}} volwassene',
  adults_other: '{{count, number}} volwassenen',
  holds: '{{images}}: {{children}}, {{adults}}',
  subjectsUnknown: 'Zonder personen: of iemand zowel in de training als in de test zit, is niet te zien.',
  remove: '{{name}} verwijderen',
  removeConfirm: 'Uit de lijst halen',
  removeHelp: 'De dataset verdwijnt uit deze lijst. De beelden blijven waar ze zijn.',
  leftOut_one: '{{count, number}} rij weggelaten',
  leftOut_other: '{{count, number}} rijen weggelaten',
  more_one: 'en nog {{count, number}} rij',
  more_other: 'en nog {{count, number}} rijen',
};
