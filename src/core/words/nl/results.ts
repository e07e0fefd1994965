import type { results as english } from '../en/results.ts';
import type { Translation } from '../translation.ts';

export const results: Translation<typeof english> = {
  children_one: '{{count, number}} kind',
  children_other: '{{count, number}} kinderen',
  of: '{{images}} van {{children}}',
  ofUnknown: '{{images}}; wie erop staat is niet bekend',
  verdict: {
    better: 'Beter dan {{model}}: {{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    worse: 'Slechter dan {{model}}: {{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    undecided:
      'Er is geen verschil met {{model}} aan te tonen: {{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    'too-few':
      'Te weinig kinderen om te zeggen of het van {{model}} verschilt: {{n}}; er zijn minstens {{atLeast}} kinderen nodig.',
    needed_one:
      'Om {{worth}} punten aan te tonen zou ongeveer {{count, number}} testkind meer nodig zijn (in totaal {{total}}; voor zover deze {{tested}} het kunnen zeggen, {{low}} tot {{high}}).',
    needed_other:
      'Om {{worth}} punten aan te tonen zouden ongeveer {{count, number}} testkinderen meer nodig zijn (in totaal {{total}}; voor zover deze {{tested}} het kunnen zeggen, {{low}} tot {{high}}).',
    enough:
      'Met zoveel kinderen zou een verschil van {{worth}} punten in ongeveer vier van de vijf zulke tests zijn aangetoond.',
    notCompared: 'Het is niet met een ander model vergeleken.',
    reaches: 'Gebalanceerde nauwkeurigheid {{value}}%, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    aboveTrivial: 'Emoties noemen zonder te kijken haalt {{trivial}}%.',
    notAboveTrivial:
      'Emoties noemen zonder te kijken haalt {{trivial}}%: dat dit model het beter doet, is niet aan te tonen.',
    points:
      'Punten zijn procentpunten gebalanceerde nauwkeurigheid: hoe vaak het klopt, gemiddeld over de emoties. Bij het aantal benodigde kinderen is aangenomen dat zij zijn zoals de geteste kinderen, met evenveel beelden elk; het verschil wordt dan in vier van de vijf tests gevonden.',
  },
  pictures: {
    known:
      'Aantallen testbeelden hieronder openen die beelden: vakken van de verwarringsmatrix, emoties, leeftijden, hoe zeker het was.',
    reading:
      'Het model van deze run leest de beelden één voor één; daarna openen cijfers de beelden waarop ze berusten.',
    none: 'Wat het model van deze run van elk beeld zei, is niet bewaard, zodat cijfers de beelden waarop ze berusten niet kunnen openen. De beelden kunnen opnieuw worden gelezen; de cijfers veranderen daar niet door.',
    notRead: 'De beelden van deze run zijn niet gelezen',
    read: 'De beelden lezen met het model van deze run',
    openCell: '{{images}} openen: getoond {{shown}}, gelezen als {{named}}',
    openEmotion: '{{images}} openen: getoond {{shown}}',
    openAge: '{{images}} openen: kinderen van {{band}} jaar',
    openBin: '{{images}} openen: zekerheid {{between}}',
    between: '{{from}} tot {{to}}',
    bins: 'Hoe zeker het was, en de beelden erbij',
    images: 'Beelden',
    worst: 'Fouten waarvan het het zekerst was',
    mistake: 'Toont {{shown}}, gelezen als {{named}}, zekerheid {{sure}}',
    allMistakes: 'Alles openen wat fout is gelezen',
  },
  compare: {
    title: 'Runs naast elkaar',
    description:
      'Wat twee tot vier runs hebben opgeleverd, in welke instellingen ze verschillen, en of de ene beter is dan de andere.',
    choose: 'Runs',
    chooseHelp: 'Twee tot {{most}}. Latere worden tegenover eerdere gezet.',
    chooseTwo: 'Kies twee of meer runs.',
    what: 'de runs',
    pairs: 'Is er een beter?',
    pairsHelp: 'In paren, alleen op dezelfde testbeelden: dat een test moeilijker was, zegt niets over een model.',
    pair: '{{candidate}} tegenover {{reference}}',
    several: 'Elk paar is apart beoordeeld: van vele paren kan er één door toeval een verschil tonen.',
    why: {
      'not-read':
        'Ze zijn niet te vergelijken: van één ervan is niet bekend wat het model van elk testbeeld zei. Open die run en laat de beelden lezen.',
      'other-images': 'Ze zijn niet te vergelijken: ze zijn op verschillende beelden getest.',
      'other-labels': 'Ze zijn niet te vergelijken: een beeld uit beide tests is naar een andere emotie beoordeeld.',
      'other-emotions': 'Ze zijn niet te vergelijken: de modellen onderscheiden niet dezelfde emoties.',
    },
    figures: 'Cijfers op de test van elk',
    notTested: 'niet getest',
    settings: 'Instellingen die verschillen',
    settingsHelp: 'Wat in alle gelijk is, is weggelaten. Een streepje: zoals het programma kiest.',
    sameSettings: 'Geen: de runs waren gelijk ingesteld.',
    curves: 'Loss tijdens de training',
    curvesHelp:
      'De loss van verschillende fasen of learners is niet dezelfde maat; of die daalt is te vergelijken, niet hoe laag die ligt.',
    chart: 'Trainingsloss over stappen van: {{runs}}',
  },
  setting: {
    datasets: 'Datasets',
    startFrom: 'Begonnen vanaf',
    learner: 'Learner',
    regime: 'Regime',
    epochs: 'Epochs',
    budgetMinutes: 'Langste tijd, in minuten',
    size: 'Kinderbeelden om te trainen',
    seed: 'Seed',
    engine: 'Engine',
    labelColumn: 'Labels uit kolom',
    splitSeed: 'Seed van de verdeling',
    shares: 'Delen voor train, val en test',
    excluded: 'Weggelaten personen',
  },
  map: {
    title: 'Kaart van gezichten',
    description: 'Gezichten die volgens het model van een run op elkaar lijken, liggen dicht bij elkaar.',
    run: 'Run',
    noRun: 'Er is nog geen run klaar.',
    chooseRun: 'Kies een run.',
    what: 'de gezichten van de run',
    tooFew: 'Voor een kaart zijn minstens {{fewest}} gelezen gezichten nodig.',
    faces: 'Gezichten',
    of: '{{images}} van validatie en test, en van training (geloot als er meer dan 4.000 zijn).',
    role: 'kaart',
    canvas: 'Kaart van {{images}}',
    neighbours: 'Van elk gezicht worden de buren gezocht…',
    layingOut: 'Uitleggen: {{share}}',
    progress: 'De kaart wordt uitgelegd',
    stop: 'Stoppen',
    stopped: 'Gestopt voordat de kaart er was.',
    again: 'Opnieuw beginnen',
    failed: 'De kaart is niet gemaakt',
    coding: 'Tekens onderscheiden',
    by: {
      truth: 'Getoonde emotie',
      said: 'Gelezen emotie',
      right: 'Juist of fout',
      split: 'Training, validatie, test',
      group: 'Kinderen en volwassenen',
      ageBand: 'Leeftijd',
    },
    right: { right: 'Juist gelezen', wrong: 'Fout gelezen' },
    split: { train: 'Training', val: 'Validatie', test: 'Test' },
    group: { child: 'Kind', adult: 'Volwassene' },
    years: '{{band}} jaar',
    unknown: 'Niet bekend',
    count: '{{what}}: {{number}}',
    tool: 'Wat de muis doet',
    choose: 'Gezichten kiezen',
    move: 'De kaart verschuiven',
    open: '{{images}} openen',
    chosen: 'Gekozen: {{images}}.',
    keys: 'Trek een lijn om gezichten om ze te kiezen; het wieltje vergroot. Met het toetsenbord, op de kaart: pijltjes verschuiven een rechthoek, met Shift veranderen ze de grootte, Enter kiest wat erin ligt, + en − vergroten en verkleinen, 0 toont alles.',
    caution: 'Wat deze kaart kan tonen, en wat niet',
    shows:
      'Gezichten die bij elkaar liggen, lijken voor dit model op elkaar: een gezicht tussen die van een andere emotie is een blik waard, en een hoop van één camera of één kind ook.',
    distances:
      'Hoe ver hopen uit elkaar liggen, hoe groot ze zijn en hoe dicht, zegt niets: van elk gezicht blijven 15 buren in de buurt, meer niet.',
    differs:
      'Het is één van vele kaarten van dezelfde gezichten. Een andere versie van de browser kan een andere geven, met dezelfde buren.',
    trained:
      'De gezichten van de training heeft het model geleerd: dat die in nette hopen liggen, bewijst niets. Oordeel naar die van de test, en beslis op cijfers, niet op een kaart.',
  },
  forWhom: {
    title: 'Voor welke leeftijden',
    better: '{{band}} jaar: beter, {{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    worse: '{{band}} jaar: slechter, {{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}.',
    undecided:
      '{{band}} jaar: geen verschil aan te tonen ({{points}} punten, 95%-interval {{low}} tot {{high}}, op {{n}}).',
    'too-few': '{{band}} jaar: te weinig kinderen om iets te zeggen ({{n}}).',
    several: 'Elke leeftijd is apart beoordeeld: van vele leeftijden kan er één door toeval een verschil tonen.',
    unknown: 'Voor welke leeftijden is niet te zeggen: van deze beelden is geen leeftijd bekend.',
  },
};
