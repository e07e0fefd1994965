import type { training as english } from '../../en/errors/training.ts';
import type { Translation } from '../../translation.ts';

export const training: Translation<typeof english> = {
  'split-empty_one':
    'In elk van train, val en test is minstens één kind nodig; met {{count, number}} kind en een aandeel van ' +
    '{{share, number}} krijgt {{split}} er geen: voeg kinderen toe of vergroot dat aandeel.',
  'split-empty_other':
    'In elk van train, val en test is minstens één kind nodig; met {{count, number}} kinderen en een aandeel van ' +
    '{{share, number}} krijgt {{split}} er geen: voeg kinderen toe of vergroot dat aandeel.',
  'in-two-splits':
    'Een persoon mag maar in één deel zitten; {{subject}} zit in {{first}} en in {{second}}: verbeter de verdeling van de ' +
    'dataset of laat deze persoon weg.',
  'no-child-images': 'Er zijn beelden van kinderen nodig om op te trainen; die zijn er niet.',
  'too-few-child-images':
    'Er zijn {{size, number}} kinderbeelden om op te trainen gevraagd; er zijn er {{found, number}}: vraag er minder of voeg ' +
    'beelden toe.',
  'no-adult-images': 'Er zijn beelden van volwassenen nodig om op te trainen; die zijn er niet.',
  'regime-needs-adults':
    'Voor “{{regime, regime}}” zijn beelden van volwassenen nodig; die zijn er niet: kies het regime met alleen kinderen.',
  'no-images-of':
    'Van elke klasse zijn beelden nodig; van {{emotion, label}} zijn er geen: laat die weg uit de klassen.',
  'no-val-images':
    'Om op te kiezen zijn val-beelden van kinderen nodig met een emotie die het model kent; die zijn er niet.',
  'too-few-steps':
    'Voor “{{regime, regime}}” zijn minstens {{least, number}} stappen nodig; het zijn er {{found, number}}.',
  'no-better-than-start':
    'Niet beter dan {{model}}, dat blijft zoals het is. Op de {{images, number}} beelden van {{children, number}} kinderen waarop de run kiest, heeft {{model}} een gebalanceerde nauwkeurigheid van {{value, number(maximumFractionDigits: 3)}}, interval {{low, number(maximumFractionDigits: 3)}} tot {{high, number(maximumFractionDigits: 3)}}; de hoogste van {{looks, number}} metingen van de nieuwe gewichten was {{highest, number(maximumFractionDigits: 3)}}, en geen enkele lag erboven, of gelijk met een lagere loss.',
  'model-there': '{{dir}} bevat een model dat klaar is en verloren zou gaan: kies een andere map, of verwijder die.',
  'nothing-to-resume':
    '{{dir}} bevat een model dat klaar is en geen checkpoint: er valt niets te hervatten. Kies een andere map om opnieuw te ' +
    'trainen.',
  'no-checkpoint':
    '{{dir}} bevat geen checkpoint: er valt niets te hervatten. Noem de map van de run die is gestopt, of train opnieuw.',
  collapsed:
    'De run is vastgelopen: voor het model waren alle gezichten hetzelfde, en dat zou niet meer goed komen. Kijk of de ' +
    'beelden verschillen, of verlaag de learning rate.',
  'loss-not-finite': 'De loss was geen getal meer. Bekijk de beelden, of verlaag de learning rate.',
  'engine-lost': 'De rekenkern van de training is uitgevallen. Het laatste checkpoint is heel: ga daarvandaan verder.',
  'worker-lost':
    'Een deel van het trainingsproces is gestopt. Was er te weinig geheugen? Het laatste checkpoint is heel: ga daarvandaan ' +
    'verder.',
  'engine-absent':
    'Om de engine {{engine}} is gevraagd, maar die is hier niet te gebruiken; “faceward doctor” zegt waarom. Vraag een ' +
    'andere, of laat het programma kiezen.',
  'engine-gone':
    'De run is begonnen op de engine {{engine}}, die hier nu niet te gebruiken is; op een andere zou het een andere ' +
    'training zijn. “faceward doctor” zegt wat er ontbreekt: herstel dat en hervat, of begin een nieuwe run.',
  'begun-on-another':
    'De run is begonnen op de engine {{begun}} en gaat alleen daarop verder; er is om {{asked}} gevraagd. Hervat zonder ' +
    'een engine te noemen, of begin een nieuwe run.',
  'other-run':
    'Het checkpoint is gemaakt met een andere versie van het programma, een andere engine of andere beelden; er ' +
    'kunnen beelden weg zijn omdat de toestemming voor een kind is geëindigd. Start een nieuwe run.',
  'checkpoint-not-written':
    'Een checkpoint kon niet worden geschreven. Het vorige is heel: maak ruimte op de schijf en ga daarvandaan verder.',
  'disk-full':
    'De schijf is vol. De run schrijft naar {{folder}}, op de schijf bij {{disk}}: daar is {{needed, number}} MB nodig en is {{free, number}} MB vrij. Wat eerder is bewaard, is heel: maak ruimte en ga dan verder met de run.',
  'process-ended':
    'Het trainingsproces is zonder opgave van reden gestopt ({{code}}). Het laatste checkpoint is bewaard: hervat de run.',
  'consent-ended':
    'Een toestemming om met de foto’s van een kind te trainen is geëindigd: wat de run tot dan had gemaakt, wordt niet gebruikt. Start een nieuwe run: die leest wat vandaag gelezen mag worden.',
  'session-set-aside':
    'Een sessie van een kind van wie deze run bewaarde beelden leest, is terzijde gelegd: wat tot dan toe was gemaakt, wordt niet gebruikt. Start een nieuwe run, die leest wat er over is.',
  'pictures-erased':
    'Beelden die deze run leest, zijn gewist: wat hij tot dan had gemaakt, wordt niet gebruikt. Start een nieuwe run, die leest wat er nog is.',
  'log-not-kept': 'Het logboek van de run kon niet worden bewaard. Het checkpoint is er: hervat de run.',
  'no-model-made': 'De run eindigde zonder model dat kan worden gelezen.',
  unexpected: 'De training eindigde op een onvoorziene manier. In het logboek staat het als {{incident}}.',
};
