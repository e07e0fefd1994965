import type { compare as english } from '../../en/review/compare.ts';
import type { Translation } from '../../translation.ts';

export const compare: Translation<typeof english> = {
  title: 'Sessies van {{child}}',
  titleUnknown: 'Sessies van één kind',
  what: 'de sessies van dit kind',
  none: 'Er is nog geen sessie van dit kind afgelopen',
  noneHelp: 'Sessies kunnen worden vergeleken zodra ze zijn afgelopen.',
  chart: 'Aandelen per sessie',
  chartLabel: 'Balken met aandelen per sessie; de tabel hieronder geeft dezelfde cijfers',
  scroll: 'Schuif door de balken',
  chartDescription: 'Elke balk is één sessie, in aandelen van de tijd die kon worden gelezen. De oudste eerst.',
  models_one: 'Alle sessies zijn door één model gelezen.',
  models_other:
    'Deze sessies zijn door {{count}} verschillende modellen gelezen. Ze staan los van elkaar en vormen geen verloop: een verschil kan van het model komen, niet van het kind.',
  lowCoverage: 'Gearceerd: minder dan {{share}} van de sessie kon worden gelezen. De aandelen zeggen dan weinig.',
  readBy: 'Gelezen door {{model}} {{version}}',
  table: 'Cijfers per sessie',
  session: 'Sessie',
  coverage: 'Dekking',
  notSure: 'Niet zeker',
  baseline: 'Basislijn',
  baselineVersion: 'versie {{version}}',
  noBaseline: 'geen',
  baselineHelp:
    'Basislijn: de nieuwste versie van het eigen rustgezicht van het kind voor dat model toen de sessie eindigde. De aandelen zijn gewone metingen; een basislijn verandert ze niet.',
  low: 'laag',
  barOf: '{{when}}: {{shares}}, dekking {{coverage}}',
  shareOf: '{{emotion}} {{share}}',
  back: 'Terug naar sessies',
};
