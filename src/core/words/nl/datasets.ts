import type { datasets as english } from '../en/datasets.ts';
import type { Translation } from '../translation.ts';
import { findings } from './datasets/findings.ts';
import { statement } from './datasets/statement.ts';

export const datasets: Translation<typeof english> = {
  title: 'Datasets',
  description:
    'Een map met beelden: met een manifest.csv, met mappen groep/emotie, of zonder labels, om hier te labelen.',
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
  withoutConsent_one:
    '{{images}} van {{count, number}} ingeschreven kind zijn te bekijken, maar geen run gebruikt ze: de toestemming dekt de training niet.',
  withoutConsent_other:
    '{{images}} van {{count, number}} ingeschreven kinderen zijn te bekijken, maar geen run gebruikt ze: hun toestemming dekt de training niet.',
  subjectsUnknown: 'Zonder personen: of iemand zowel in de training als in de test zit, is niet te zien.',
  remove: '{{name}} verwijderen',
  removeConfirm: 'Uit de lijst halen',
  removeHelp:
    'De dataset verdwijnt uit deze lijst, met wat mensen van de beelden zeiden. De beelden blijven waar ze zijn.',
  choose: {
    folder: 'Een map kiezen',
    drop: 'of sleep een map hierheen.',
    stays: 'De beelden blijven waar ze zijn. Ze worden alleen gelezen.',
    sent: 'De beelden gaan naar het programma op deze computer, dat een verzegelde kopie bewaart. De originelen blijven zoals ze zijn.',
    empty: 'In wat gekozen is, zit geen beeld. Kies of sleep een map met beelden.',
    more: 'Meer: met het pad',
    sending_one: '{{name}}: {{count, number}} bestand, {{share}} verzonden.',
    sending_other: '{{name}}: {{count, number}} bestanden, {{share}} verzonden.',
    passedOver_one: '{{count, number}} bestand is geen beeld en wordt niet verzonden.',
    passedOver_other: '{{count, number}} bestanden zijn geen beelden en worden niet verzonden.',
  },
  sealed: 'Vanuit een browser verzonden; verzegeld bewaard in de gegevensmap.',
  indexing: {
    state: {
      uploading:
        'Nog niet alle bestanden zijn aangekomen. Kies de map opnieuw: wat aangekomen is, wordt niet nog eens verzonden.',
      listing: 'De beelden worden geteld.',
      opening: 'De beelden worden geopend en hun gezichten gezocht.',
      waiting: 'Wacht tot een andere dataset klaar is.',
      busy: 'Wacht tot er geen sessie loopt en geen run bezig is.',
      stopped: 'Gestopt.',
      failed: 'Het kon niet verdergaan.',
      done: 'Alle beelden zijn geopend.',
    },
    found: 'Alle beelden zijn geopend; gevonden gezichten: {{faces}}.',
    opened: '{{opened, number}} van {{images, number}} beelden geopend.',
    left: 'Nog ongeveer {{length}}.',
    noFace_one: '{{count, number}} beeld zonder gezicht',
    noFace_other: '{{count, number}} beelden zonder gezicht',
    broken_one: '{{count, number}} kapot bestand',
    broken_other: '{{count, number}} kapotte bestanden',
    stop: 'Stoppen',
    stopWith: 'Stoppen met het openen van beelden van {{name}}',
    goOn: 'Doorgaan',
    goOnWith: 'Doorgaan met het openen van beelden van {{name}}',
    notChanged: 'Er is niets gewijzigd',
  },
  leftOut_one: '{{count, number}} rij weggelaten',
  leftOut_other: '{{count, number}} rijen weggelaten',
  more_one: 'en nog {{count, number}} rij',
  more_other: 'en nog {{count, number}} rijen',
  statement,
  findings,
};
