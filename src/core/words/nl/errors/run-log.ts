import type { runLog as english } from '../../en/errors/run-log.ts';
import type { Translation } from '../../translation.ts';

export const runLog: Translation<typeof english> = {
  reading_one: 'De dataset wordt gelezen',
  reading_other: '{{count, number}} datasets worden gelezen',
  relabelled:
    'Labels van mensen: {{added, number}} beelden hebben geen ander, {{changed, number}} tonen een andere emotie dan hun dataset zegt, {{leftOut, number}} vallen af, {{disputed, number}} vallen af omdat mensen verschillen',
  'left-out': 'Weggelaten: {{what}}',
  'left-out-in-all': 'In totaal {{images, number}} beelden weggelaten; de eerste {{named, number}} staan hier met naam',
  'left-out-copies_one':
    '{{count, number}} persoon weggelaten van wie ook foto’s voorkomen bij de beelden om op te kiezen of te testen',
  'left-out-copies_other':
    '{{count, number}} personen weggelaten van wie ook foto’s voorkomen bij de beelden om op te kiezen of te testen',
  'finding-faces': 'Gezichten gevonden in {{done, number}} van {{images, number}} beelden',
  'compared-faces':
    '{{faces, number}} gezichten vergeleken: {{subjects, number}} personen delen een foto met een ander en blijven bij elkaar',
  split:
    'Verdeeld per persoon: {{train, number}} beelden om op te trainen, {{val, number}} van kinderen om op te kiezen, ' +
    '{{test, number}} van kinderen om op te testen',
  'subjects-unknown':
    'Bij de beelden staat niet wie erop staat: elk beeld telt als een eigen persoon, zodat een lek niet te zien is',
  'emotion-unknown_one': '{{count, number}} beeld toont een emotie die dit model niet kent; het is weggelaten.',
  'emotion-unknown_other': '{{count, number}} beelden tonen een emotie die dit model niet kent; ze zijn weggelaten.',
  'no-child-shows':
    'Geen kinderbeeld toont {{emotion, label}}: die wordt alleen van {{adults, number}} beelden van volwassenen geleerd.',
  'no-adult-shows':
    'Geen beeld van een volwassene toont {{emotion, label}}: die wordt alleen van {{children, number}} kinderbeelden geleerd.',
  'begins-on-children':
    '{{learner, learner}} op {{children, number}} kinderbeelden: {{steps, number}} stappen, {{epoch, number}} per epoch',
  'begins-on-adults':
    '{{learner, learner}} op {{adults, number}} beelden van volwassenen: {{steps, number}} stappen, {{epoch, number}} per epoch',
  'begins-on-both':
    '{{learner, learner}} op {{children, number}} kinderbeelden en {{adults, number}} beelden van volwassenen: ' +
    '{{steps, number}} stappen, {{epoch, number}} per epoch',
  'goes-on': 'Gaat verder na stap {{step, number}}',
  'goes-on-now': 'Gaat verder',
  'pause-session': 'Wacht terwijl een sessie loopt: die gaat op deze computer voor',
  'pause-person': 'Gepauzeerd',
  'no-graph':
    'De trainingsstap wordt bewerking voor bewerking berekend, met dezelfde uitkomst en langzamer, want hij kon niet als één graaf worden uitgevoerd: {{why}}',
  'not-finite-again':
    'Bij stap {{step, number}} was de loss geen getal: gaat verder vanaf stap {{from, number}} met {{share, number}} % van de leersnelheid',
  'start-test-divided':
    'Op alle kinderen in deze beelden is {{model}} getest: ze worden opnieuw verdeeld en met een deel wordt getraind, zodat de eerdere cijfers van {{model}} niets over dit model zeggen',
  'starts-earlier':
    'Gaat uit van {{start}} en niet, zoals eerder, van {{model}}: {{model}} is gemaakt met een kind op wie niet meer getraind mag worden',
  'starts-from-nothing':
    'Begint vanaf niets en gaat niet, zoals eerder, uit van {{model}}: {{model}}, en elk eerder model dat hier is, is gemaakt met een kind op wie niet meer getraind mag worden. Zonder begin kunnen veel meer beelden of tijd nodig zijn',
  'tried-again': 'Gaat één keer verder vanaf het laatste checkpoint, in een nieuw proces',
  'time-is-up': 'De tijd is om na {{step, number}} van {{steps, number}} stappen, die langer duurden dan was gepland',
  'measuring-speed': 'Enkele stappen worden geklokt om de run te plannen',
  'steps-planned':
    'In {{minutes, number}} minuten passen {{steps, number}} stappen van {{stepMs, number}} ms; 15 % van de tijd is voor het bekijken van val, kalibratie en test',
  'val-of-model':
    '{{model}} heeft een gebalanceerde nauwkeurigheid van {{value, number(maximumFractionDigits: 3)}} [{{low, number(maximumFractionDigits: 3)}}, {{high, number(maximumFractionDigits: 3)}}] op de {{images, number}} beelden van {{children, number}} validatiekinderen',
  'val-of-model-unfair':
    '{{model}} is getraind met {{count, number}} van de validatiekinderen: het staat niet naast deze run',
  'val-before': 'Voor de eerste stap: loss op de validatiekinderen {{loss, number(minimumFractionDigits: 4)}}',
  'val-after': 'Na epoch {{epoch, number}}: loss op de validatiekinderen {{loss, number(minimumFractionDigits: 4)}}',
  'val-best':
    'Na epoch {{epoch, number}}: loss op de validatiekinderen {{loss, number(minimumFractionDigits: 4)}}, de beste tot nu toe',
  'fitting-head-on-children': 'De lineaire laag wordt aangepast op kinderen',
  'fitting-head-on-adults': 'De lineaire laag wordt aangepast op volwassenen',
  'fitting-head-on-both': 'De lineaire laag wordt aangepast op kinderen en volwassenen',
  'head-fitted':
    'Penalty {{penalty, number(maximumSignificantDigits: 3)}}, loss op de validatiekinderen {{loss, number(minimumFractionDigits: 4)}}',
  'measuring-statistics': 'De batch-norm-statistieken worden gemeten',
  calibrating:
    'Temperatuur, drempel en grenzen voor distress worden bepaald op {{images, number}} beelden van validatiekinderen',
  'threshold-missed':
    'Op val blijft de juistheid van zekere metingen onder {{accuracy, number}}, zelfs als {{percent, number}} % van de ' +
    'beelden wordt opgegeven; de drempel is {{threshold, number(maximumFractionDigits: 3)}}',
  'no-distress-limits':
    'Op val kunnen geen grenzen voor distress worden gekozen: daarvoor zijn in één dataset tien gezichten met een negatieve emotie nodig en tien zonder, en een model dat ze uit elkaar houdt. Dit model zegt niets over distress',
  testing: '{{images, number}} beelden van testkinderen worden gelezen',
  'test-look': 'Dit is blik nr. {{look, number}} op de testkinderen van {{dataset}}',
  comparing: 'Vergelijking met {{model}} op dezelfde beelden',
  'comparison-leaves-out_one':
    '{{model}} is getraind of gekozen op {{count, number}} van de testpersonen: de vergelijking laat die weg',
  'comparison-leaves-out_other':
    '{{model}} is getraind of gekozen op {{count, number}} van de testpersonen: de vergelijking laat ze weg',
  'seen-unknown':
    'Of {{model}} met een deel van de testpersonen is getraind, valt niet te zeggen: het onthoudt de zijne onder een sleutel die hier niet is',
  'no-fair-comparison':
    'Er is geen testbeeld waarop een vergelijking met {{model}} eerlijk zou zijn: die blijft achterwege',
  'compared-on-some': '{{model}} kent alleen {{classes, labels}}: daarop worden de twee vergeleken',
  done: 'Het model staat in {{folder}}',
};
