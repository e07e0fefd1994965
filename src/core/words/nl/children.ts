import type { children as english } from '../en/children.ts';
import type { Translation } from '../translation.ts';

export const children: Translation<typeof english> = {
  title: 'Kinderen',
  description: 'Onder een code, nooit een naam. Voor een sessie is toestemming om te kijken nodig.',
  what: 'de kinderen',
  none: 'Nog geen kind',
  noneHelp: 'Voeg een kind toe onder een code en leg daarna de toestemming van de familie vast.',
  panel: 'Kind {{code}}',
  born: 'Geboren {{month}}',
  start: 'Sessie starten',
  needsConsent: 'Voor een sessie is toestemming nodig om te kijken en metingen te bewaren.',
  add: {
    title: 'Kind toevoegen',
    code: 'Code',
    codeHelp: '2 tot 20 letters, cijfers of streepjes. Geen naam, geen patiëntnummer.',
    birthMonth: 'Geboortemaand',
    birthMonthHelp: 'Jaar en maand, bijvoorbeeld 2019-04.',
    submit: 'Toevoegen',
    failed: 'Het kind is niet toegevoegd',
  },
  consent: {
    record: 'Toestemming vastleggen',
    title: 'Toestemming vastleggen voor {{code}}',
    scopes: 'De familie stemt in met',
    givenBy: 'Gegeven door',
    givenByHelp: 'Wie heeft getekend, bijvoorbeeld moeder of voogd.',
    assented: 'Het kind vond het ook goed',
    until: 'Laatste dag dat dit geldt',
    submit: 'Vastleggen',
    failed: 'De toestemming is niet vastgelegd',
  },
  consents: {
    none: 'Geen toestemming vastgelegd.',
    of: 'Toestemmingen van {{code}}',
    scopes: 'Ingestemd met',
    givenBy: 'Gegeven door',
    assented: 'Kind akkoord',
    until: 'Tot en met',
    state: 'Status',
    yes: 'Ja',
    no: 'Nee',
    withdrawn: 'Ingetrokken {{date}}',
    expired: 'Verlopen',
    withdraw: 'Intrekken',
    withdrawTitle: 'Toestemming van {{code}} intrekken',
    withdrawHelp:
      'Wat hieronder viel, stopt nu: {{scopes}}. Dit kan niet ongedaan worden gemaakt; nieuwe toestemming kan altijd worden ' +
      'vastgelegd.',
  },
};
