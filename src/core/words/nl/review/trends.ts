import type { trends as english } from '../../en/review/trends.ts';
import type { Translation } from '../../translation.ts';

export const trends: Translation<typeof english> = {
  title: 'Verloop',
  description:
    'Elke sessie staat waar zij in de tijd was. Distress is de gemiddelde opgetelde kans op boosheid, walging, angst en verdriet; het zegt wat een gezicht toont, niet wat een kind voelt.',
  chartLabel:
    'Sessies in de tijd: onrust, valentie, pijnscores, markeringen en dekking; de tabel hieronder geeft de cijfers',
  row: {
    distress: 'Distress',
    valence: 'Valentie',
    pain: 'FLACC, eigen score',
    markers: 'Markeringen',
    coverage: 'Dekking',
  },
  key: 'Een open punt rust op minder dan de helft van zijn sessie. Dichte stippen: FLACC; ringen: de eigen score van het kind. Getallen: gezette markeringen. Geen lijn verbindt twee punten, en elk model heeft een eigen vorm.',
  films_one: '{{count, number}} film is weggelaten: het bestand zegt niet wanneer hij is gemaakt.',
  films_other: '{{count, number}} films zijn weggelaten: de bestanden zeggen niet wanneer ze zijn gemaakt.',
  around: {
    title: 'Voor en na een markering',
    description:
      'De minuut voor een markering tegenover de minuut vanaf het begin ervan. Een markering telt mee als van beide tien seconden konden worden gelezen. Een verandering bewijst geen oorzaak: wat er verder gebeurde telt ook mee.',
    what: 'wat er rond markeringen veranderde',
    none: 'In geen afgelopen sessie van dit kind is een markering gezet.',
    marker: 'Markering',
    n: 'n',
    markers_one: '{{count, number}} markering, sessies: {{sessions, number}}',
    markers_other: '{{count, number}} markeringen, sessies: {{sessions, number}}',
    leftOut_one: '{{count, number}} weggelaten: te weinig gelezen',
    leftOut_other: '{{count, number}} weggelaten: te weinig gelezen',
    distress: 'Distress, 0 tot 1',
    valence: 'Valentie, −1 tot 1',
    tooLittle: 'te weinig gelezen',
    change: '{{before}} → {{after}}: {{change}}',
    interval: {
      sessions: '95 %-interval over sessies {{low}} tot {{high}}',
      markers: '95 %-interval over markeringen van één sessie {{low}} tot {{high}}',
    },
    single: 'één markering heeft geen interval',
  },
  mean: { distress: 'Distress', valence: 'Valentie', flacc: 'FLACC, hoogste', faces: 'Eigen score, hoogste' },
  none: '–',
};
