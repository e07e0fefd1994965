import type { erasing as english } from '../../en/records/erasing.ts';
import type { Translation } from '../../translation.ts';

export const erasing: Translation<typeof english> = {
  child: 'Dit kind wissen',
  childTitle: '{{code}} wissen?',
  childHelp:
    'Alles wat hier van dit kind staat, gaat voorgoed weg. Een training die beelden van dit kind leest, stopt.',
  looking: 'wat er gewist zou worden',
  running_one: 'Er loopt een sessie van dit kind. Stop die eerst.',
  running_other: 'Er lopen {{count, number}} sessies van dit kind. Stop die eerst.',
  goes: 'Wat weggaat',
  stays: 'Wat blijft, en waarom',
  kind: {
    children_one: '{{count, number}} kind: code en geboortemaand',
    children_other: '{{count, number}} kinderen: code en geboortemaand',
    consents_one: '{{count, number}} toestemming',
    consents_other: '{{count, number}} toestemmingen',
    cautions_one: '{{count, number}} aandachtspunt',
    cautions_other: '{{count, number}} aandachtspunten',
    sessions_one: '{{count, number}} sessie',
    sessions_other: '{{count, number}} sessies',
    readings_one: '{{count, number}} meting',
    readings_other: '{{count, number}} metingen',
    gaps_one: '{{count, number}} onderbreking',
    gaps_other: '{{count, number}} onderbrekingen',
    markers_one: '{{count, number}} markering',
    markers_other: '{{count, number}} markeringen',
    observations_one: '{{count, number}} observatie',
    observations_other: '{{count, number}} observaties',
    corrections_one: '{{count, number}} correctie',
    corrections_other: '{{count, number}} correcties',
    baselines_one: '{{count, number}} rustgezicht',
    baselines_other: '{{count, number}} rustgezichten',
    pictures_one: '{{count, number}} bewaard beeld',
    pictures_other: '{{count, number}} bewaarde beelden',
    videos_one: '{{count, number}} video',
    videos_other: '{{count, number}} video’s',
    inDatasets_one: '{{count, number}} beeld in datasets',
    inDatasets_other: '{{count, number}} beelden in datasets',
    labels_one: '{{count, number}} label dat mensen aan zo’n beeld gaven',
    labels_other: '{{count, number}} labels die mensen aan zulke beelden gaven',
    ratings_one: '{{count, number}} blinde beoordeling',
    ratings_other: '{{count, number}} blinde beoordelingen',
    reports_one: '{{count, number}} bewaard verslag',
    reports_other: '{{count, number}} bewaarde verslagen',
  },
  staysAudit_one:
    '{{count, number}} regel in het auditlogboek: die zegt wat er gedaan is, met nummers die voor niemand meer staan.',
  staysAudit_other:
    '{{count, number}} regels in het auditlogboek: die zeggen wat er gedaan is, met nummers die voor niemand meer staan.',
  staysModels:
    'Modellen die met dit kind zijn gemaakt: {{models}}. Hun gewichten zijn op beelden van dit kind afgestemd, en die zijn er niet meer uit te halen. Train zonder het kind en stel deze modellen buiten gebruik.',
  staysBackup: 'De reservekopie {{file}} van {{at}}: verwijder die zodra er een latere is.',
  staysHandedOut_one:
    'Wat is meegegeven, {{count, number}} keer: over verslagen en video’s als bestand gaat dit programma niet meer.',
  staysHandedOut_other:
    'Wat is meegegeven, {{count, number}} keer: over verslagen en video’s als bestand gaat dit programma niet meer.',
  staysNamed: {
    words_one: 'De code in tekst over een ander kind of een andere sessie, {{count, number}} keer: pas die eerst aan.',
    words_other: 'De code in teksten over andere kinderen of sessies, {{count, number}} keer: pas die eerst aan.',
    datasets_one:
      '{{count, number}} afbeelding uit een map op deze computer onder dezelfde code: verwijder die dataset.',
    datasets_other:
      '{{count, number}} afbeeldingen uit mappen op deze computer onder dezelfde code: verwijder die datasets.',
    trainings_one: 'De code in {{count, number}} gegeven van een training, die het kind weglaat of erover vertelt.',
    trainings_other: 'De code in {{count, number}} gegevens van trainingen, die het kind weglaten of erover vertellen.',
    audit_one:
      'De code in {{count, number}} regel van het auditlogboek, door een eerdere versie; een regel is niet te wijzigen.',
    audit_other:
      'De code in {{count, number}} regels van het auditlogboek, door een eerdere versie; regels zijn niet te wijzigen.',
    elsewhere_one: 'De code op {{count, number}} andere plaats in de opslag.',
    elsewhere_other: 'De code op {{count, number}} andere plaatsen in de opslag.',
  },
  reason: 'Reden',
  reasonHelp: 'Die staat in het bewijs en in de lijst van wissingen. Zonder code of naam van het kind.',
  password: 'Uw wachtwoord',
  erase: 'Voorgoed wissen',
  notErased: 'Er is niets gewist',
  done: 'Gewist',
  doneHelp: 'Het bewijs zegt wat er gewist is, met aantallen en nummers, en is door deze locatie ondertekend.',
  saveReceipt: 'Bewijs bewaren',
  receiptNotSaved: 'Het bewijs is niet bewaard',
  close: 'Sluiten',
  cancel: 'Annuleren',
};
