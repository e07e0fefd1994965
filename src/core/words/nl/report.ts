import type { report as english } from '../en/report.ts';
import type { Translation } from '../translation.ts';

export const report: Translation<typeof english> = {
  statement: 'Hulp bij beslissingen voor opgeleid personeel, geen diagnose.',
  intendedPurpose:
    'Beoogd gebruik: ondersteuning van opgeleid personeel dat tijdens een sessie over een kind waakt, met toestemming. Niet ' +
    'voor een diagnose, niet om pijn te meten, niet voor een beslissing over een kind die niet door een mens wordt genomen, ' +
    'en niet om mensen te volgen die daar niet mee hebben ingestemd.',
  title: 'Verslag van een emotiesessie: {{child}}',
  staffMember: 'Medewerker {{letter}}',
  withheld: 'weggelaten',
  none: 'Geen.',
  years_one: '{{count}} jaar',
  years_other: '{{count}} jaar',
  pictures_one: '{{count}} foto',
  pictures_other: '{{count}} foto’s',
  fact: {
    child: 'Kind (code)',
    pseudonym: 'Kind (pseudoniem)',
    age: 'Leeftijd toen',
    began: 'Begin',
    readOn: 'Bestand gelezen op',
    length: 'Duur',
    startedBy: 'Gestart door',
    camera: 'Gelezen van',
    model: 'Model',
    session: 'Sessie',
    modelVersion: '{{id}}, versie {{version}}',
    demo: 'demofilmpje: geen echte sessie',
  },
  state: {
    running: 'liep nog bij het exporteren',
    stopped: 'beëindigd door personeel',
    recovered: 'hersteld: het programma stopte tijdens de sessie; hooguit de laatste seconde kan ontbreken',
  },
  stateOfFilm: {
    running: 'een videobestand, werd nog gelezen bij het exporteren',
    stopped: 'een videobestand, achteraf gelezen',
    recovered: 'hersteld: het programma stopte tijdens het lezen van het bestand; de rest ervan ontbreekt',
  },
  short: {
    heading: 'In het kort',
    coverage: 'Het gezicht van het kind was {{coverage}} van de sessie leesbaar ({{usable}} van {{duration}}).',
    nothingRead:
      'Het gezicht van het kind was in deze sessie op geen enkel moment leesbaar: het verslag zegt niets over hoe het kind eraan toe was.',
    mostlyMissing: 'Van de rest het meest: {{reason}} ({{time}}).',
    glimpse: 'Dat is minder dan de helft: een glimp, geen beeld van de sessie.',
    named:
      'In die tijd noemde het programma het vaakst {{emotions}}; voor {{notSure}} ervan was het niet zeker en noemde het niets.',
    neverSure: 'In die tijd was het nooit zeker genoeg om een emotie te noemen.',
    namedUnmeasured: '{{emotion}} ({{share}}; nooit gemeten bij echte kinderen)',
    namedPart: '{{emotion}} ({{share}})',
    and: '{{first}} en {{second}}',
    distressAtRest:
      'Distress, welke soort ook, was waarschijnlijk gedurende {{share}} van die tijd. Op testfoto’s ({{shows}}) heet dat zo bij ' +
      '{{rest}} van de gezichten in rust (95%-interval {{low}} tot {{high}}; {{pictures}}), bij {{alarm}} van alle waarop die ' +
      'niet te zien is, en bij {{hit}} waarop wel.',
    distress:
      'Distress, welke soort ook, was waarschijnlijk gedurende {{share}} van die tijd. Op testfoto’s ({{shows}}) heet dat zo bij ' +
      '{{hit}} waarop die te zien is en bij {{alarm}} waarop niet (95%-interval {{low}} tot {{high}}); op gezichten in rust is ' +
      'het nooit gemeten.',
    distressUnmeasured:
      'Distress, welke soort ook, was waarschijnlijk gedurende {{share}} van die tijd; hoe vaak dat niet klopt, is niet bekend.',
    right:
      'Op testfoto’s van kinderen van deze leeftijd ({{band}} jaar) had het gelijk in {{share}} van de gevallen waarin het een ' +
      'emotie noemde (95%-interval {{low}} tot {{high}}; {{pictures}}: {{shows}}).',
    notRealChildren:
      'Dat zijn geen echte kinderen: hoe vaak het zich vergist bij een echt kind van deze leeftijd, is niet bekend.',
    onChildren:
      'Op {{pictures}} van echte kinderen van welke leeftijd dan ook ({{shows}}) had het gelijk in {{share}} van de gevallen ' +
      'waarin het een emotie noemde (95%-interval {{low}} tot {{high}}).',
    ageUnknown:
      'Hoe vaak het zich op deze leeftijd vergist, is niet bekend: van geen testfoto is bekend dat het een kind van {{band}} ' +
      'jaar is. Op zijn testfoto’s van alle leeftijden had het gelijk in {{share}} van de gevallen waarin het een emotie noemde ({{pictures}}: {{shows}}).',
    neverTested: 'Het model is nooit getest: de waarde van zijn metingen is niet te bepalen.',
    replaced:
      'Sinds er een nieuwe versie van het programma is geïnstalleerd, staan er andere bestanden onder de naam van dit model. Hoe vaak ' +
      'het model dat deze sessie las zich vergiste, staat in verslagen van daarvoor; hier is het niet meer bekend.',
    notAFeeling:
      'Een gezicht toont een uitdrukking, geen gevoel: ziekte, medicijnen, een slangetje of een masker veranderen die.',
  },
  coverage: {
    heading: 'Dekking: {{coverage}} van de sessie was leesbaar',
    legend:
      'Donker: er werd een emotie genoemd, {{sure}}. Wit: gelezen maar niet zeker, {{notSure}} ({{share}} van wat leesbaar ' +
      'was). Gearceerd: geen meting, {{missing}} van {{duration}}.',
    alt: 'Balk over {{duration}} sessie: {{sure}} werd er een emotie genoemd, {{notSure}} niet zeker, {{missing}} geen meting.',
  },
  timeline: {
    heading: 'Wat er te zien was',
    empty: 'De sessie heeft geen duur: er is niets te tekenen.',
    nothingRead: 'Geen meting in deze sessie.',
    valence: 'Valentie',
    pleasant: 'prettig',
    unpleasant: 'onprettig',
    probability: 'Kans',
    markers: 'Markeringen',
    observations: 'FLACC, gezichtjes',
    said: 'Volgens {{rater}}',
    legend:
      'Een baan toont het deel van de tijd waarin die emotie werd genoemd, het getal ernaast het aandeel in de leesbare tijd. ' +
      'Gearceerd: geen meting. Valentie: gemiddelde en één standaardafwijking. Kans: van de waarschijnlijkste emotie; onder ' +
      'de streepjeslijn ({{threshold}}) wordt er geen genoemd.',
    legendNotes:
      'Nummers: de lijst van markeringen en observaties. Dichte stippen: FLACC, 0 tot 10; ringen: de eigen score van het kind.',
    legendUnmeasured: '{{sign}}: nooit gemeten bij echte kinderen.',
    alt:
      'Tijdlijn van {{duration}}, van links naar rechts, een baan voor elke emotie. Aandelen in de leesbare tijd: {{lanes}}. ' +
      'Daaronder krommen van de valentie en van de kans op de waarschijnlijkste emotie; de bijgevoegde gegevens bevatten ze ' +
      'per seconde.',
    altGaps: 'Zonder meting: {{gaps}}.',
    altEntries: 'Markeringen en observaties: {{entries}}.',
    altSaid: 'Wat medewerkers zeiden: {{said}}.',
    altNone: 'geen',
    legendSaid: 'Wat medewerkers zeiden, staat naast de meting en verandert er niets aan.',
  },
  entries: {
    heading: 'Markeringen en observaties',
    number: 'Nr.',
    at: 'Tijd',
    timeOfDay: 'Tijd',
    what: 'Wat',
    text: 'Tekst',
    by: 'Door',
    range: '{{from}} tot {{to}}',
    flacc: 'FLACC {{total}} van 10',
    faces: 'Eigen score {{score}} van 10',
    parts:
      'gezicht {{face}}, benen {{legs}}, activiteit {{activity}}, huilen {{cry}}, troostbaarheid {{consolability}}',
    more: '{{shown}} van {{count}} staan hier; verderop staan ze allemaal, volledig.',
    all: 'Alle markeringen en observaties',
    session: 'Opmerkingen bij de sessie',
  },
  method: {
    heading: 'Werkwijze',
    reads:
      'In het camerabeeld worden gezichten gezocht; alleen dat van het gekozen kind wordt gelezen, en een beeld dat te slecht ' +
      'is, geeft een gat met de reden. Het model geeft elke meting een gekalibreerde kans voor zeven emoties; onder ' +
      '{{threshold}} voor de waarschijnlijkste noemt het er geen. Dit verslag bevat geen beelden.',
    learnt: '{{id}}, versie {{version}} ({{learner}}, {{regime}}); SHA-256 {{digest}}…',
    notValidated: 'Niet gevalideerd op echte kinderen: alleen getest op {{shows}}.',
    validated: 'Op echte kinderen gemeten voor: {{emotions}}. Voor andere emoties niet.',
    atThisAge: 'Kinderen van {{band}} jaar: {{pictures}} van {{subjects}} personen ({{shows}})',
    ageUnknown: 'Van geen testfoto is bekend dat het een kind van {{band}} jaar is.',
    allAges: 'Alle leeftijden: {{pictures}} van {{subjects}} personen ({{shows}})',
    subjectsUnknown: 'Elk bestand telt als een eigen persoon: een lek vanuit de training is niet uit te sluiten.',
    figure: 'Cijfer',
    value: 'Waarde [95%-interval]',
    pictures: 'Foto’s',
    recallOf: 'Herkend',
    accuracy: 'Juist, alle foto’s',
    accuracyWhenSure: 'Juist als het iets noemde',
    abstained: 'Niet zeker',
    balancedAccuracy: 'Gebalanceerd juist',
    calibrationError: 'Kalibratiefout',
    auc: 'Negatief tegen neutraal, AUC',
    notMeasurable: 'niet te meten',
    neverSure: 'nooit zeker',
    abstention: 'Onthouding: in deze sessie noemde het {{here}} van de leesbare tijd geen emotie.',
    abstentionTest: 'Op de testfoto’s was dat {{there}}.',
  },
  missing: {
    heading: 'Tijd zonder meting',
    reason: 'Reden',
    times: 'Keer',
    inAll: 'Samen',
    stutter: 'Tussen metingen (hapering)',
  },
  episodes: {
    heading: 'Episoden van een seconde of langer',
    none: 'Geen emotie hield een seconde aan.',
    from: 'Van',
    to: 'Tot',
    length: 'Duur',
    emotion: 'Emotie',
    probability: 'Kans',
    more: 'De {{shown}} langste van {{count}}; de bijgevoegde gegevens bevatten ze allemaal.',
  },
  said: {
    heading: 'Wat medewerkers zeiden, naast de meting',
    from: 'Van',
    to: 'Tot',
    said: 'Gezegd',
    read: 'Gelezen',
    text: 'Tekst',
    by: 'Door',
    on: 'Op',
    noReading: 'geen meting',
    none: 'Niemand heeft een meting gecorrigeerd.',
    more: 'Het zijn er {{total}}; verderop staan ze allemaal, volledig.',
    all: 'Alles wat medewerkers zeiden, naast de meting',
    agreement:
      '{{a}} en {{b}} zijn het eens in {{observed}} van de {{shared}} die beiden beoordeelden; Cohens kappa {{kappa}} over ' +
      '{{intervals}} intervallen, gewogen naar tijd {{weighted}}.',
    undefined: 'onbepaald',
  },
  parity: {
    heading: 'Opname tegenover live sessie',
    share:
      'Gelezen van een videobestand. In {{same}} van {{seconds}} seconden die in beide leesbaar waren, gaf de live sessie ' +
      'dezelfde meting: {{share}} (95%-interval {{low}} tot {{high}}).',
    nothing: 'Gelezen van een videobestand. Geen seconde was zowel hierin als in de live sessie leesbaar.',
    noLive: 'Gelezen van een videobestand, zonder live sessie ernaast.',
  },
  baseline: {
    heading: 'Het eigen rustgezicht van het kind',
    active:
      'Versie {{version}}, opgenomen door {{by}} ({{on}}): het gemiddelde van {{samples}} metingen met {{model}}. Het dient ' +
      'ter vergelijking; geen meting, aandeel of cijfer in dit verslag wordt erdoor veranderd.',
    none: 'Er was geen eigen rustgezicht van het kind ingeschakeld: niets in dit verslag is daarop betrokken.',
    otherModel: 'De sessie is met een ander model gelezen: de twee zijn niet te vergelijken.',
    means: 'Gemiddelde in rust: {{values}}.',
  },
  identity: {
    heading: 'Wie en waar',
    identified:
      'Herleidbaar: bevat de code van het kind, datums, namen van medewerkers en hun woorden zoals getypt, die namen kunnen bevatten.',
    deidentified:
      'Niet direct herleidbaar: kind en sessie onder pseudoniemen van de locatie, medewerkers als letters, geen datums (tijden ' +
      'tellen vanaf het begin van de sessie), geen naam van de locatie.',
    leftOut_one: '{{count}} vrije tekst is weggelaten, omdat die namen kan bevatten.',
    leftOut_other: '{{count}} vrije teksten zijn weggelaten, omdat die namen kunnen bevatten.',
    exported: 'Geëxporteerd door {{by}} op {{at}}.',
    exportedWithheld: 'Geëxporteerd door: {{by}}.',
    audit: 'Het auditlogboek van de locatie kent deze export als {{id}}.',
    auditHead: 'Het logboek had toen {{entries}} regels; de laatste begint met {{hash}}.',
    session: 'Sessie {{id}}.',
  },
  verification: {
    heading: 'Controle',
    signed:
      'Dit bestand draagt de cijfers achter de tekeningen als bijgevoegde gegevens (report.json) en is ondertekend met de ' +
      'sleutel van de locatie: pagina’s en gegevens allebei. Sleutel: {{fingerprint}}',
    how: 'Te controleren op elke computer, zonder gegevens van de locatie: faceward verify BESTAND.pdf --key site-key.pem (de locatie geeft haar sleutel).',
    unsigned: 'Dit bestand is niet ondertekend.',
  },
  attachment: 'Waaruit de pagina’s zijn getekend: metingen per seconde, gaten, invoer en de cijfers van het model.',
  footer: {
    page: 'Pagina {{page}} van {{pages}}',
    unshown: '{{mark}} staat voor een teken dat deze pagina niet kan tonen; de bijgevoegde gegevens bevatten het.',
  },
};
