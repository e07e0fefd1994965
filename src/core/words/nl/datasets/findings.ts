import type { findings as english } from '../../en/datasets/findings.ts';
import type { Translation } from '../../translation.ts';

export const findings: Translation<typeof english> = {
  title_one: '{{count, number}} ding om te weten vóór een training',
  title_other: '{{count, number}} dingen om te weten vóór een training',
  none: 'Nagekeken: niets verzet zich tegen een training ermee.',
  checking: 'De beelden worden nagekeken.',
  failed: 'De beelden konden niet worden nagekeken: {{why}}',
  kind: { error: 'Fout', warning: 'Let op', note: 'Weet' },
  what: {
    'no-children':
      'Geen beeld van een kind is te gebruiken. Een model wordt op kinderen gekozen en getest: zeg wie de beelden tonen, of voeg beelden van kinderen toe.',
    'few-children':
      '{{amount}} kinderen: met minder dan 30 is elk cijfer onzeker, en minder dan 3 zijn niet te verdelen over trainen, kiezen en testen.',
    'two-groups':
      '{{amount}} rijen noemen één persoon hier een kind en daar een volwassene: {{about}}. Verbeter de groep, of geef twee mensen twee namen.',
    'two-splits':
      '{{amount}} personen staan aan beide kanten van de eigen verdeling in training en test: {{about}}. Die test zou elk model vleien; zet alle beelden van een persoon aan één kant.',
    'copies-in-splits':
      '{{amount}} paren van één foto staan aan beide kanten van de eigen verdeling in training en test. Laat er van elk paar één weg.',
    'two-names':
      '{{amount}} paren van verschillende mensen lijken één foto: misschien één persoon onder twee namen. Een run houdt beide aan één kant; geef ze één naam.',
    'other-label': '{{amount}} paren lijken één foto, met twee emoties: een van de twee labels is fout.',
    'same-copies': '{{amount}} paren lijken één foto, die dan meer dan eens telt.',
    'absent-emotions': 'Geen kind toont {{about}}: een model leert het niet van kinderen en wordt er niet op getest.',
    'few-of-emotion':
      'Te weinig kinderbeelden van {{about}} voor een test: daarvoor is geen cijfer te geven. Voeg er toe, of label er meer.',
    'no-adults': 'Geen volwassenen: ze kunnen niet als extra aanzichten van de kinderen helpen bij het leren.',
    'spelt-alike': 'Namen die alleen in hoofdletters verschillen, tellen als één persoon: {{about}}.',
    words:
      '{{amount}} beelden hebben woorden die geen emotie zijn: {{about}}. Label ze op de wand, of geef hun mappen een gewoon woord.',
    broken: '{{amount}} bestanden zijn niet te openen: {{about}}. Kopieer ze opnieuw van waar ze vandaan komen.',
    'left-out': '{{amount}} regels zijn niet te gebruiken: {{about}}.',
    unlabelled: '{{amount}} beelden hebben geen label: geen run gebruikt ze voordat iemand ze labelt.',
    'nobody-named':
      'Niets zegt wie wie is: één persoon kan in de training en in de test zitten, en cijfers lijken te goed. Zeg waaraan te zien is wie er op een beeld staat.',
    'mostly-one':
      '{{amount}} % van de kinderbeelden toont één persoon, {{about}}: wat geleerd wordt, is vooral dit gezicht.',
  },
  more: '{{about}} en meer',
  pairs: 'Naast elkaar bekijken',
  picture: '{{path}}, {{subject}}',
  see: 'De beelden bekijken',
  label: 'Ze labelen',
  state: 'Wijzigen wat hij laat zien',
};
