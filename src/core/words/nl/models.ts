import type { models as english } from '../en/models.ts';
import type { Translation } from '../translation.ts';

export const models: Translation<typeof english> = {
  title: 'Modellen',
  description: 'De volgende sessie gebruikt het model dat in gebruik is. Elke meting vermeldt haar model.',
  what: 'de modellen',
  none: 'Geen model',
  noneHelp: 'Er is geen model geïnstalleerd. Voor een sessie is er een nodig.',
  noneInGroup: 'Geen',
  group: { approved: 'In gebruik', candidate: 'Kandidaten', retired: 'Buiten gebruik', rejected: 'Afgewezen' },
  showRejected_one: '{{count}} afgewezen model tonen',
  showRejected_other: '{{count}} afgewezen modellen tonen',
  origin: {
    shipped: 'Met het programma meegeleverd, {{date}}',
    'trained-here': 'Hier getraind, {{date}}',
    imported: 'Van een andere locatie, gemaakt {{date}}',
  },
  made: 'Learner: {{learner}}. Beelden: {{regime}}. Het zegt “niet zeker” als het minder dan {{threshold}}% zeker is.',
  approvedBy: 'Goedgekeurd door {{by}}, {{date}}.',
  cameWithSetUp: 'In gebruik genomen toen deze locatie werd ingericht, {{date}}.',
  approvedWithSetUp: 'In gebruik sinds deze locatie is ingericht, {{date}}.',
  allTests: 'Alle testkinderen samen',
  verdict: 'Wat de test heeft opgeleverd',
  figures: 'Cijfers van de test',
  testedOn: 'Getest op {{shows}}.',
  nothingYet: 'nog niets',
  notTested: 'Dit model is niet getest.',
  comparison: 'Tegenover het model dat het zou vervangen',
  card: 'Modelkaart',
  cardWhat: 'de modelkaart',
  cardTable: 'Tabel van de modelkaart, regel {{line}}',
  test: {
    title: 'Op {{shows}}',
    real: 'Dataset {{dataset}}: echte kinderen.',
    notReal: 'Dataset {{dataset}}: geen echte kinderen.',
    figures: 'Alle cijfers van deze test',
    look:
      'Keer {{number}} dat deze testset is bekeken waar het model is gemaakt: met elke keer wordt het waarschijnlijker dat ' +
      'een keuze toevallig bij deze beelden past.',
  },
  approve: {
    approve: 'Goedkeuren',
    goBack: 'Dit model weer gebruiken',
    title: '{{verb}}: {{model}}',
    noComparison: 'Er is geen vergelijking met een ander model op dezelfde beelden.',
    help: 'De volgende sessie gebruikt dit model, en het huidige gaat buiten gebruik. Uw naam wordt vastgelegd.',
    notNow: 'Het kan zo niet worden goedgekeurd: waar “niet voldaan” bij staat, geldt voor iedereen.',
    reason: 'Waarom het toch wordt gebruikt',
    reasonHelp:
      'Dit staat voorgoed in het auditlogboek, bij het model en op de modelkaart. Noem geen kind. Minstens 20 tekens.',
    backReason: 'Waarom het weer in gebruik gaat',
    backReasonMissing: 'Schrijf op waarom het weer in gebruik gaat.',
    reasonMissing: 'Schrijf op waarom: niet aan elke voorwaarde is voldaan.',
    notDone: 'Het model is niet goedgekeurd',
  },
  ended: {
    inUse: 'Het model in gebruik is gemaakt met kinderen op wie niet meer getraind mag worden',
    other: 'Het is gemaakt met kinderen op wie niet meer getraind mag worden',
    withdrawn: '{{code}}: toestemming om te trainen ingetrokken op {{date}}',
    expired: '{{code}}: toestemming om te trainen verlopen op {{date}}',
    erased: '{{code}}: gewist op {{date}}',
    through: 'Het bouwt voort op {{model}}, dat dit kind heeft gezien',
    builtOn: 'bouwt voort op {{model}}, dat dit kind heeft gezien',
    help: {
      approved:
        'Train het opnieuw zonder hen en keur dat model goed, of neem een ander weer in gebruik. Sessies gaan er intussen mee ' +
        'door: een beheerder beslist.',
      candidate:
        'Het kan niet worden goedgekeurd. Train het opnieuw zonder hen, of verleng de toestemming waar die is verlopen.',
      retired:
        'Na een intrekking kan het niet weer in gebruik worden genomen; is een toestemming verlopen, dan wordt zoals altijd een ' +
        'geschreven reden gevraagd.',
      rejected: 'Het wordt niet gebruikt.',
    },
    again: 'Opnieuw trainen zonder hen',
    againHelp:
      'Dezelfde run zonder deze kinderen. Hij gaat uit van hetzelfde begin; is dat model zelf met een van hen gemaakt, dan van het ' +
      'dichtstbijzijnde daarvoor dat dat niet is, of anders van niets, en de pagina en het logboek van de run zeggen dat. Het model ' +
      'ervan wordt voorgedragen en goedgekeurd zoals elk ander.',
    notStarted: 'De run is niet gestart',
    state: { approved: 'in gebruik', candidate: 'kandidaat', retired: 'buiten gebruik', rejected: 'afgewezen' },
    child: 'Er zijn modellen gemaakt met {{code}}, van wie de toestemming om te trainen is geëindigd',
    childInUse: 'Een ervan is in gebruik: meld het een beheerder, die het zonder dit kind opnieuw laat trainen.',
    childOther: 'Geen ervan is in gebruik. Een kandidaat onder hen kan niet worden goedgekeurd.',
    banner_one: 'Het model in gebruik is gemaakt met {{count}} kind op wie niet meer getraind mag worden',
    banner_other: 'Het model in gebruik is gemaakt met {{count}} kinderen op wie niet meer getraind mag worden',
    look: '{{model}} bekijken',
  },
  again: {
    compare: 'Vergelijken met het model in gebruik',
    help:
      'Op de testbeelden van zijn eigen training, zonder opnieuw te trainen. Het telt als een keer bekijken, en de modelkaart ' +
      'bewaart beide vergelijkingen.',
    helpElsewhere:
      'Het is niet hier getraind. Het wordt vergeleken op de testbeelden die een run van deze locatie apart heeft gezet: die van ' +
      'het model in gebruik, anders de nieuwste. Het telt als een keer bekijken.',
    beginning: 'Vergelijken met {{reference}}: de testbeelden worden gezocht.',
    progress: 'Vergelijken met {{reference}}: gezichten van {{done}} van {{total}} testbeelden.',
    bar: 'Testbeelden waarvan het gezicht is gevonden',
    stop: 'Stoppen met vergelijken',
    failed: 'De vergelijking is niets geworden',
    notStarted: 'De vergelijking is niet begonnen of gestopt',
    madeHere: 'Vergeleken door {{by}}, {{date}}: keer {{number}} dat deze testbeelden zijn bekeken.',
    made: 'Opnieuw vergeleken door {{by}}, {{date}}: keer {{number}} dat de testbeelden zijn bekeken.',
  },
  testedHere: {
    title: 'Op testbeelden van deze locatie',
    description: 'Apart gezet door de run “{{run}}”, die een ander model trainde: {{shows}}.',
    seen_one: '{{count, number}} testkind is weggelaten: dit model is ermee getraind.',
    seen_other: '{{count, number}} testkinderen zijn weggelaten: dit model is ermee getraind.',
    known: 'Volgens de kenmerken waaronder het personen onthoudt, is het met geen van deze kinderen getraind.',
    unknown:
      'Het is op een andere locatie gemaakt, die de sleutel bewaart waaronder het zijn personen onthoudt: of geen van deze ' +
      'kinderen daarbij was, kan hier niet worden nagegaan.',
  },
  decide: {
    reject: {
      verb: 'Afwijzen',
      help: 'Het wordt niet gebruikt en staat onder “Afgewezen”, met uw naam en reden. Het kan weer in overweging worden genomen.',
    },
    reconsider: {
      verb: 'Weer in overweging nemen',
      help: 'Het wordt weer een kandidaat. Wat eerder is besloten, blijft bij het model staan.',
    },
    reason: 'Waarom',
    list: 'Besloten op deze locatie',
    notDone: 'Er is niets besloten',
  },
  decided: {
    rejected: 'Afgewezen door {{by}}, {{date}}: “{{reason}}”',
    reconsidered: 'Weer in overweging genomen door {{by}}, {{date}}: “{{reason}}”',
    'brought-back': 'Weer in gebruik genomen door {{by}}, {{date}}: “{{reason}}”',
  },
  conditions: {
    title: 'Wat voor goedkeuring nodig is',
    all: 'Het model voldoet aan alles: het mag worden goedgekeurd.',
    allButYou: 'Het model voldoet aan alles: een andere beheerder mag het goedkeuren.',
    withReason_one:
      'Aan één punt is niet voldaan: een beheerder kan het alleen goedkeuren met een geschreven reden, die op de kaart blijft staan.',
    withReason_other:
      'Aan {{count, number}} punten is niet voldaan: een beheerder kan het alleen goedkeuren met een geschreven reden, die op de kaart blijft staan.',
    refused_one: 'Zo kan het niet worden goedgekeurd: aan één punt is niet voldaan.',
    refused_other: 'Zo kan het niet worden goedgekeurd: aan {{count, number}} punten is niet voldaan.',
    what: 'wat voor goedkeuring nodig is',
    met: 'Voldaan:',
    unmet: 'Niet voldaan:',
  },
  condition: {
    compared: 'Het is op dezelfde beelden vergeleken met het model in gebruik.',
    'enough-children': 'Het is getest op zoveel kinderen als deze locatie vraagt.',
    'not-worse': 'Het is niet slechter dan het model in gebruik, verder dan deze locatie toelaat.',
    'above-trivial': 'Het is beter dan emoties noemen zonder te kijken.',
    'sane-threshold': 'Het zegt soms “niet zeker”, en niet altijd.',
    'no-leak': 'Niemand zat zowel in de training als in de test.',
    'no-withdrawn-child': 'Van geen kind met wiens beelden het is gemaakt, is de toestemming om te trainen geëindigd.',
    'another-person': 'U hebt het niet getraind en niet voorgedragen.',
  },
  faults: {
    inUse: 'Het model in gebruik kan niet worden gebruikt: {{model}}',
    other: 'Een model kan niet worden gebruikt: {{model}}',
    inUseHelp: 'Er kan geen sessie beginnen totdat de bestanden zijn teruggezet of een ander model is goedgekeurd.',
  },
  exception: {
    title: 'Goedgekeurd hoewel niet aan elke voorwaarde was voldaan',
    by: '{{by}}, {{date}}: “{{reason}}”',
  },
};
