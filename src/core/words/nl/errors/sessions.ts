import type {
  baselines as englishBaselines,
  entries as englishEntries,
  protocols as englishProtocols,
  reports as englishReports,
  review as englishReview,
  sessions as englishSessions,
} from '../../en/errors/sessions.ts';
import type { Translation } from '../../translation.ts';

export const sessions: Translation<typeof englishSessions> = {
  'not-there': 'Deze sessie is er niet.',
  'not-there-any-more': 'Sessie {{id}} is er niet meer.',
  'no-model': 'Er is geen model goedgekeurd, dus niets kan een gezicht lezen. Keur er een goed onder Modellen.',
  'no-consent':
    'Voor een sessie is toestemming nodig om te kijken, die vandaag geldt; voor kind {{code}} is die er niet.',
  'no-live-session': 'De livesessie om mee te vergelijken is niet van dit kind. Kies een andere, of geen.',
  'recording-source': 'Een videobestand hoort bij een sessie die daarvan wordt gelezen, en bij geen andere.',
  'another-film':
    'Waaruit het videobestand van deze sessie bestond is al vastgelegd, en dit bestand bestaat uit iets anders. Kies het bestand dat is gelezen.',
  stopped: 'Deze sessie is gestopt; alleen een lopende sessie kan worden voortgezet. Start een nieuwe.',
  recovered:
    'Deze sessie eindigde toen het programma werd beëindigd of haar venster weg was; alleen een lopende sessie kan worden voortgezet. Start een ' +
    'nieuwe.',
  'recorded-by-another': 'Deze sessie wordt nu opgenomen door {{name}}. Neem haar eerst over.',
  'child-has-one':
    'Er loopt al een sessie van {{code}}, waarvoor {{name}} verantwoordelijk is: een kind heeft er één tegelijk. Ga daarmee verder, of beëindig die eerst.',
  'camera-has-one':
    'Deze camera is bezet door de sessie van {{code}}, waarvoor {{name}} verantwoordelijk is. Beëindig die eerst, of kies een andere camera.',
  'other-model':
    'Deze sessie werd gelezen door {{id}} {{was}}; nu staat hier {{id}} {{is}}. Twee versies kunnen niet samen één sessie lezen: beëindig deze en start een nieuwe.',
  'undo-too-late':
    'Stoppen kan {{withinS, number}} s lang ongedaan worden gemaakt, en die tijd is voorbij; alles wat is opgenomen, blijft bewaard. Start een nieuwe sessie.',
  'recording-once': 'Een videobestand kan alleen verder gelezen worden in het venster dat begon. Lees het opnieuw.',
  'consent-ended':
    'De toestemming om {{code}} te volgen is geëindigd: ingetrokken, of haar laatste dag is voorbij. De sessie eindigde daarmee; wat daarvoor is opgenomen, blijft bewaard.',
  'clip-outside-demo': 'De democlip toont een getekend kind en hoort alleen bij de demo: kies een camera.',
  'still-running': 'Deze sessie loopt: stop haar eerst.',
  'set-aside':
    'Deze sessie is aangemerkt als niet van dit kind en telt nergens mee. Maak dat eerst ongedaan als het niet klopt.',
  'not-set-aside': 'Deze sessie is niet aangemerkt.',
  'too-long':
    'Een sessie van hooguit {{mostH, number}} uur werd verwacht; gevonden is een tijd {{foundH, number}} uur na het begin. Is de klok van deze computer verzet? Start een nieuwe sessie.',
  'samples-out-of-order': 'Meting {{number, number}} van de reeks moet later zijn dan de meting ervoor.',
  'pictures-no-consent': 'Toen deze sessie begon, gold er geen toestemming om beelden van {{code}} te bewaren.',
  'waiting-not-ours':
    'Er werd een bestand met metingen verwacht dat deze locatie heeft opgeslagen en verzegeld; dit is van een andere locatie, is ' +
    'veranderd of afgebroken. Kies het bestand zoals het is opgeslagen.',
  'waiting-erased': 'De sessie van deze metingen is hier gewist. Ze worden niet opnieuw opgenomen.',
  'waiting-unknown':
    'Deze metingen zijn van {{code}}, maar het kind, het model of degene die de sessie begon, staat niet in deze opslag. Zet eerst ' +
    'een nieuwere reservekopie terug.',
  'waiting-running':
    'De sessie van deze metingen loopt nog. Stop haar eerst; een venster dat ze nog heeft, verstuurt ze vanzelf.',
};

export const protocols: Translation<typeof englishProtocols> = {
  'not-there': 'Dit protocol is er niet meer. Kies een ander, of geen.',
  'name-taken': 'Er is al een protocol met de naam {{name}}.',
  'caution-not-there': 'Dit aandachtspunt is er niet meer.',
};

export const entries: Translation<typeof englishEntries> = {
  'marker-not-there': 'Deze markering is er niet meer.',
  'observation-not-there': 'Deze observatie is er niet meer.',
  'annotation-not-there': 'Deze beoordeling is er niet meer.',
  'ends-first': 'Het einde moet op {{leastS, number}} s of later liggen; dit is {{foundS, number}} s.',
  overlaps:
    'Uw beoordeling “{{label, label}}” van {{fromS, number}} s tot {{toS, number}} s zit in de weg. Trek die eerst in, of kies ' +
    'een ander deel.',
  'of-another': 'Alleen {{name}}, die deze beoordeling gaf, kan haar intrekken.',
};

export const baselines: Translation<typeof englishBaselines> = {
  'not-there': 'Dit rustgezicht is er niet meer.',
  'no-consent': 'Om het rustgezicht te bewaren is toestemming nodig die vandaag geldt; voor {{code}} is die er niet.',
  'no-rest':
    'Het kind was niet in rust: het gezicht veranderde te veel, of werd met zekerheid als één gevoel gelezen. Neem het opnieuw op als het kind rustig zit.',
  'too-little':
    'Minstens {{leastS, number}} s met metingen in rust zijn nodig; het zijn er ' +
    '{{foundS, number(maximumFractionDigits: 1)}}. Kies een langer deel waarin het gezicht wordt gelezen.',
};

export const review: Translation<typeof englishReview> = {
  'picture-not-for-research':
    'Onderzoekers zien beelden van kinderen met toestemming voor training; {{code}} heeft die niet. Vraag een beoordelaar dit moment te bekijken.',
  'pictures-no-consent_one':
    'Voor het {{count, number}} bewaarde beeld dat iemand heeft benoemd, geldt vandaag geen toestemming voor training.',
  'pictures-no-consent_other':
    'Voor geen van de {{count, number}} bewaarde beelden die iemand heeft benoemd, geldt vandaag toestemming voor training.',
  'no-pictures':
    'Geen enkel bewaard beeld valt in een deel dat mensen bij één emotie noemden: corrigeer eerst delen van sessies die ' +
    'beelden bewaren, bij het terugkijken of onder Onzekere momenten.',
};

export const reports: Translation<typeof englishReports> = {
  'role-needed':
    'Voor een verslag met code, datums en namen is een beoordelaar of een beheerder nodig. Exporteer het zonder, of vraag ' +
    'het een van hen.',
  'too-long':
    'Deze sessie zou {{foundH, number}} uur hebben geduurd; van meer dan {{mostH, number}} uur wordt geen verslag gemaakt. Tijdens de sessie moet een klok zijn verzet.',
  'export-of-another':
    'Iemand anders heeft deze export gemaakt. Die persoon of een beheerder kan hem ophalen of verwijderen.',
  'too-large':
    'Een verslag van hooguit {{mostMb, number}} MB werd verwacht; dit bestand is groter en dus geen verslag van dit programma.',
  'file-left': 'Dit bestand is te lang geleden begonnen, of door iemand anders. Begin er opnieuw mee.',
  'pieces-lost': 'Wat van dit bestand was gestuurd, is er niet meer. Kies het opnieuw.',
  'export-not-there': 'Deze export is er niet meer.',
  'export-under-way': 'Deze export loopt al.',
  'export-not-under-way': 'Deze export loopt niet.',
  'export-empty': 'Deze export heeft nog geen bestand.',
  'export-too-large':
    'Deze export is {{found, number}} MB groot; een zip kan hoogstens {{most, number}} MB bevatten. Exporteer minder sessies of ' +
    'formaten tegelijk, of gebruik “faceward export”, dat elk bestand apart schrijft.',
};
