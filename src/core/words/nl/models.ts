import type { models as english } from '../en/models.ts';
import type { Translation } from '../translation.ts';

export const models: Translation<typeof english> = {
  title: 'Modellen',
  description: 'De volgende sessie gebruikt het model dat in gebruik is. Elke meting vermeldt haar model.',
  what: 'de modellen',
  none: 'Geen model',
  noneHelp: 'Er is geen model geïnstalleerd. Voor een sessie is er een nodig.',
  noneInGroup: 'Geen',
  group: { approved: 'In gebruik', candidate: 'Kandidaten', retired: 'Buiten gebruik' },
  origin: {
    shipped: 'Met het programma meegeleverd, {{date}}',
    'trained-here': 'Hier getraind, {{date}}',
    imported: 'Van een andere locatie, gemaakt {{date}}',
  },
  made: 'Learner {{learner}}, regime {{regime}}. “Niet zeker” onder {{threshold}}%.',
  approvedBy: 'Goedgekeurd door {{by}}, {{date}}.',
  approvedWithSetUp: 'In gebruik sinds deze locatie is ingericht, {{date}}.',
  allTests: 'Alle testkinderen samen',
  verdict: 'Wat de test heeft opgeleverd',
  figures: 'Cijfers',
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
    look:
      'Keer {{number}} dat deze testset is bekeken waar het model is gemaakt: met elke keer wordt het waarschijnlijker dat ' +
      'een keuze toevallig bij deze beelden past.',
  },
  approve: {
    approve: 'Goedkeuren',
    goBack: 'Terug naar dit model',
    title: '{{verb}}: {{model}}',
    noComparison: 'Er is geen vergelijking met een ander model op dezelfde beelden.',
    help: 'De volgende sessie gebruikt dit model, en het huidige gaat buiten gebruik. Uw naam wordt vastgelegd.',
    notNow: 'Het kan zo niet worden goedgekeurd: waar “niet voldaan” bij staat, geldt voor iedereen.',
    reason: 'Waarom het toch wordt gebruikt',
    reasonHelp:
      'Dit staat voorgoed in het auditlogboek, bij het model en op de modelkaart. Noem geen kind. Minstens 20 tekens.',
    reasonMissing: 'Schrijf op waarom: niet aan elke voorwaarde is voldaan.',
    notDone: 'Het model is niet goedgekeurd',
  },
  conditions: {
    title: 'Wat voor goedkeuring nodig is',
    description: 'Door een andere beheerder dan wie het trainde of voordroeg.',
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
    'no-withdrawn-child':
      'Van geen kind met wiens beelden het is gemaakt, is de toestemming om te trainen ingetrokken.',
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
