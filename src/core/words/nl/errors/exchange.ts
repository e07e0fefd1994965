import type { exchange as english } from '../../en/errors/exchange.ts';
import type { Translation } from '../../translation.ts';

export const exchange: Translation<typeof english> = {
  'no-consent_one':
    'Voor {{count, number}} kind met wiens beelden het is gemaakt, geldt vandaag geen toestemming om een model te delen. Vraag ' +
    'het de familie, of train het opnieuw zonder die beelden.',
  'no-consent_other':
    'Voor {{count, number}} kinderen met wier beelden het is gemaakt, geldt vandaag geen toestemming om een model te delen. Vraag ' +
    'het de families, of train het opnieuw zonder die beelden.',
  'names-children_one':
    'De code van {{count, number}} kind staat in de naam, de instellingen of de kaart, en zou de locatie met het model ' +
    'verlaten. Train het opnieuw zonder iemand te noemen.',
  'names-children_other':
    'De codes van {{count, number}} kinderen staan in de naam, de instellingen of de kaart, en zouden de locatie met ' +
    'het model verlaten. Train het opnieuw zonder iemand te noemen.',
  'statement-missing':
    'Het is gemaakt met beelden van mensen die deze locatie niet kent. Schrijf op waarom het toch mag worden doorgegeven.',
  'nothing-received': 'Er is geen modelbestand ingeleverd. Kies er een.',
  'piece-missing': 'Een deel van het bestand ontbreekt. Kies het opnieuw.',
  'too-large': 'Het bestand is te groot voor een model: er worden hoogstens {{most, number}} bytes gelezen.',
  'not-a-model-file': 'Dit is geen modelbestand van Faceward, of het is beschadigd. Vraag het nog eens op.',
  newer:
    'Dit bestand is geschreven door een latere versie van Faceward: het formaat is {{found, number}}, en deze versie leest tot en ' +
    'met {{known, number}}. Werk het programma bij, of vraag een bestand in het eerdere formaat.',
  unwanted:
    'Het bestand bevat wat geen modelbestand bevat: {{file}}. Er is niets van gelezen. Vraag het de locatie waar het vandaan komt.',
  changed:
    '{{file}} erin is niet zoals de locatie het ondertekende. Er is niets overgenomen. Vraag het bestand nog eens op, en hoe het ' +
    'is veranderd.',
  config:
    'De instellingen ervan kan deze versie van het programma niet lezen: config.json is niet zoals deze versie het schrijft.',
  'unknown-site':
    'De locatie “{{site}}” is hier niet bekend. Haar sleutel is {{fingerprint}}: vergelijk die met wat die locatie u opgeeft, ' +
    'bijvoorbeeld per telefoon, en bevestig hem.',
  'key-changed':
    'De locatie “{{site}}” is door {{by}} bevestigd met een andere sleutel dan waarmee dit bestand is ondertekend, ' +
    '{{fingerprint}}. Er is niets overgenomen. Vraag het die locatie; heeft zij een nieuwe sleutel, verwijder dan de oude uit de ' +
    'bekende locaties.',
  'site-not-known': 'Deze locatie hoort niet bij de bekende.',
};
