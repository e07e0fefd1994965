import type { findings as english } from '../../en/datasets/findings.ts';
import type { Translation } from '../../translation.ts';

export const findings: Translation<typeof english> = {
  title_one: '{{count, number}} ding om te weten vóór een training',
  title_other: '{{count, number}} dingen om te weten vóór een training',
  none: 'Nagekeken: niets verzet zich tegen een training ermee.',
  checking: 'De beelden worden nagekeken.',
  failed: 'De beelden konden niet worden nagekeken: {{why}}',
  kind: { error: 'Fout', warning: 'Let op', note: 'Goed om te weten' },
  what: {
    'no-children':
      'Geen beeld van een kind is te gebruiken. Een model wordt op kinderen gekozen en getest: zeg wie de beelden tonen, of voeg beelden van kinderen toe.',
    'few-children':
      'Kinderen: {{amount}}. Met minder dan 30 is elk cijfer onzeker, en minder dan 3 zijn niet te verdelen over trainen, kiezen en testen.',
    'two-groups':
      'Rijen die één persoon hier een kind en daar een volwassene noemen: {{amount}} ({{about}}). Verbeter de groep, of geef twee mensen twee namen.',
    'two-splits':
      'Personen aan beide kanten van de eigen verdeling in training en test: {{amount}} ({{about}}). Die test zou elk model vleien; zet alle beelden van een persoon aan één kant.',
    'copies-in-splits':
      'Paren van één foto aan beide kanten van de eigen verdeling in training en test: {{amount}}. Laat er van elk paar één weg.',
    'two-names':
      'Paren van beelden onder twee namen die één foto lijken: {{amount}}. Misschien is het één persoon onder twee namen. Een run houdt beide aan één kant; geef ze één naam.',
    'other-label': 'Paren die één foto lijken, met twee emoties: {{amount}}. Een van de twee labels is fout.',
    'same-copies': 'Paren die één foto lijken: {{amount}}. Die telt dan meer dan eens.',
    'absent-emotions': 'Geen kind toont {{about}}: een model leert het niet van kinderen en wordt er niet op getest.',
    'few-of-emotion':
      'Te weinig kinderbeelden van {{about}} voor een test: daarvoor is geen cijfer te geven. Voeg er toe, of label er meer.',
    'no-adults': 'Geen volwassenen: ze kunnen niet als extra aanzichten van de kinderen helpen bij het leren.',
    'spelt-alike': 'Namen die alleen in hoofdletters verschillen, tellen als één persoon: {{about}}.',
    words:
      'Beelden met woorden die geen emotie zijn: {{amount}} ({{about}}). Label ze op de wand, of geef hun mappen een gewoon woord.',
    broken: 'Bestanden die niet te openen zijn: {{amount}} ({{about}}). Kopieer ze opnieuw van waar ze vandaan komen.',
    'left-out': 'Beelden die geen run kan gebruiken: {{amount}} ({{about}}).',
    unlabelled: 'Beelden zonder label: {{amount}}. Geen run gebruikt ze voordat iemand ze labelt.',
    'nobody-named':
      'Niets zegt wie wie is: één persoon kan in de training en in de test zitten, en cijfers lijken te goed. Zeg waaraan te zien is wie er op een beeld staat.',
    'mostly-one':
      'Van de kinderbeelden toont {{amount}} % één persoon, {{about}}: wat geleerd wordt, is vooral dit gezicht.',
  },
  more: '{{about}} en meer',
  pairs: 'Naast elkaar bekijken',
  picture: '{{path}}, {{subject}}',
  see: 'De beelden bekijken',
  label: 'Ze labelen',
  state: 'Wijzigen wat hij laat zien',
};
