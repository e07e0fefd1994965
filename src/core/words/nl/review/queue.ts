import type { queue as english } from '../../en/review/queue.ts';
import type { Translation } from '../../translation.ts';

export const queue: Translation<typeof english> = {
  title: 'Onzekere momenten',
  description:
    'De momenten waarop het model het meest twijfelt: daar leert het oordeel van een mens het meest. Wat iemand heeft beoordeeld, wordt niet opnieuw gevraagd.',
  what: 'de onzekere momenten',
  none: 'Er is geen onzeker moment meer',
  noneHelp: 'Ze komen uit afgelopen sessies, van plekken waarover nog niemand iets heeft gezegd.',
  allSkipped: 'U hebt alle momenten overgeslagen',
  again: 'Opnieuw vanaf het begin',
  position: '{{position}} van {{total}}',
  of: '{{child}}, sessie van {{when}}, op {{at}}',
  uncertainty: 'Twijfel {{share}} van het hoogst mogelijke',
  between: 'Het model twijfelt tussen',
  question: 'Wat ziet u?',
  picture: 'Het gezicht van het kind op dit moment, zoals het model het zag',
  noPicture: 'Van dit moment is geen beeld bewaard. Oordeel alleen als u de sessie kent.',
  readingPicture: 'Bezig met het beeld…',
  skip: 'Overslaan',
  previous: 'Vorige',
  open: 'De sessie openen',
  saved: 'Opgeslagen: {{label}}',
  failed: 'Het is niet opgeslagen',
  datasetTitle: 'Een dataset van correcties maken',
  datasetDescription:
    'Van de bewaarde beelden van stukken die mensen bij één emotie noemden, van kinderen voor wie vandaag toestemming voor beelden en training geldt. De beelden blijven verzegeld in de opslag; eindigt de toestemming, dan verdwijnen ze ook uit de dataset.',
  datasetName: 'Naam van de dataset',
  datasetMake: 'De dataset maken',
  datasetFailed: 'Er is geen dataset gemaakt',
  datasetNoConsent: 'Voor geen kind geldt vandaag toestemming voor training',
  datasetMade_one: 'Er is een dataset van {{count, number}} beeld gemaakt. Zij staat in het Trainingslab.',
  datasetMade_other: 'Er is een dataset van {{count, number}} beelden gemaakt. Zij staat in het Trainingslab.',
  datasetLeftOut:
    'Weggelaten: {{noConsent, number}} zonder toestemming voor training, {{noEmotion, number}} die geen emotie heten, {{disputed, number}} waarover mensen het oneens zijn.',
};
