import type {
  dataset as englishDataset,
  image as englishImage,
  leftOut as englishLeftOut,
  readHow as englishReadHow,
} from '../../en/errors/dataset.ts';
import type { Translation } from '../../translation.ts';

export const dataset: Translation<typeof englishDataset> = {
  'no-folder': 'Er werd een map met een dataset verwacht; er is geen map {{dir}}.',
  'given-twice': '{{dir}} is twee keer opgegeven; noem elke map één keer.',
  'no-layout': '{{dir}} is geen dataset; verwacht werd: {{layouts, layouts}}.',
  'no-images': 'In {{dir}} is geen enkel beeld.',
  'file-unreadable': '{{file}} kan niet worden gelezen ({{code}}).',
  'no-file':
    '{{file}} is een map, een pijp of een apparaat; er werd een bestand verwacht. Haal het uit de map, of zet het bestand daar neer.',
  'columns-missing': '{{file}} rij 1: kolom {{missing}} ontbreekt; gevonden: {{found}}.',
  'group-needed':
    '{{dir}} is {{name}}, dat kinderen niet van volwassenen onderscheidt: leg in een bestand dataset.yaml in die map vast wie ' +
    'op de beelden staat, met de regels "shows: photographs of adults", "realChildren: false", "group: adult", en laat de ' +
    'andere beelden weg.',
  'description-wrong':
    '{{file}}: {{field}}: niet zoals het hoort; verwacht werden "shows" (een tekst), "realChildren" (true of false) en ' +
    'eventueel "licence" (een tekst) en "group" (child of adult).',
  'description-empty':
    '{{file}}: het geheel: niet zoals het hoort; verwacht werden "shows" (een tekst), "realChildren" (true of false) en ' +
    'eventueel "licence" (een tekst) en "group" (child of adult).',
  'table-workbook':
    '{{file}} is een werkmap van een rekenblad, geen tabel van tekst: open haar daar en bewaar haar als manifest.csv (CSV UTF-8).',
  'table-binary': '{{file}} is geen tabel van tekst: bewaar haar als CSV (UTF-8).',
  'rows-differ': '{{votes}} hoort de {{wanted, number}} rijen van {{images}} te hebben; het zijn er {{found, number}}.',
  'no-annotations': '{{dir}} is AffectNet, maar geen enkel beeld erin heeft een annotatie die kan worden gelezen.',
};

export const leftOut: Translation<typeof englishLeftOut> = {
  'no-table-row': 'geen rij van een tabel ({{code}})',
  'table-columns':
    'geen rij van een tabel: {{wanted, number}} kolommen werden verwacht; het zijn er {{found, number}}; een tekst of getal met het teken tussen kolommen erin moet tussen aanhalingstekens staan',
  'path-missing': 'er hoort een pad te staan; de rij heeft er geen',
  'path-leads-out': 'het pad leidt uit de map van de dataset; paden zijn relatief aan die map',
  subject: 'een persoon van 1 tot {{most, number}} tekens werd verwacht; gevonden: "{{found}}"',
  group: 'een groep, child of adult, werd verwacht; gevonden: "{{found}}"',
  emotion: 'een emotie ({{emotions}}) werd verwacht in kolom "{{column}}"; gevonden: "{{found}}"',
  age: 'een leeftijd in jaren, 0 tot {{most, number}}, of niets werd verwacht; gevonden: "{{found}}"',
  votes: 'aantallen stemmen >= 0 in {{columns}}, waarvan één > 0, of niets werd verwacht; gevonden: "{{found}}"',
  box: 'een kader x0,y0,x1,y1 in pixels met x1 > x0 en y1 > y0, of niets, werd verwacht; gevonden: "{{found}}"',
  'named-before': 'het beeld is al genoemd, in rij {{row}}',
  'two-groups': 'persoon {{subject}} is hier {{group, group}} en in een eerdere rij {{before, group}}',
  'folder-unknown_one':
    '{{count, number}} beeld is weggelaten: een map met de naam van een emotie ({{emotions}}, of een gangbaar woord ervoor) werd verwacht',
  'folder-unknown_other':
    '{{count, number}} beelden zijn weggelaten: een map met de naam van een emotie ({{emotions}}, of een gangbaar woord ervoor) werd verwacht',
  'group-of-folder_one':
    '{{count, number}} beeld is weggelaten: een map child (kind) of adult (volwassene) eromheen werd verwacht, of een woord over wie alle beelden tonen',
  'group-of-folder_other':
    '{{count, number}} beelden zijn weggelaten: een map child (kind) of adult (volwassene) eromheen werd verwacht, of een woord over wie alle beelden tonen',
  'file-kind': 'een beeld werd verwacht (.jpg, .png, .webp, .heic, .avif, .tif of .bmp)',
  'file-missing': 'er is geen bestand met die naam',
  'file-alike': 'er is geen bestand met precies deze naam, en meerdere lijken erop: {{found, list}}',
  'file-unreachable': 'het bestand is niet bereikbaar ({{code}})',
  'file-leads-out': 'het bestand is een koppeling die uit de map van de dataset leidt',
  'file-none': 'een bestand werd verwacht; gevonden is iets anders',
  'file-too-large': 'een beeld van hoogstens {{most, number}} MB werd verwacht; dit is {{found, number}} MB',
  'file-unreadable': 'het bestand kan niet worden gelezen ({{code}})',
  'picture-missing': 'beeld {{index}} werd verwacht in {{file}}; er zitten er {{held, number}} in',
  'name-form': 'een naam zoals {{example}} werd verwacht',
  'model-missing': 'een pad dat het model noemt, zoals {{example}}, werd verwacht',
  'child-missing': 'een pad dat het kind noemt, zoals {{example}}, werd verwacht',
  'expression-unknown': '"{{found}}" is geen van de zeven uitdrukkingen van {{set}}',
  'letter-unknown': 'de letter "{{found}}" achter het model staat voor geen van {{known}}',
  'expression-content': 'de uitdrukking "content" is geen van de zeven emoties',
  'expression-missing': 'een pad dat één uitdrukking noemt werd verwacht; er is er geen gevonden',
  'expressions-many': 'een pad dat één uitdrukking noemt werd verwacht; gevonden: {{found, list}}',
  clips_one:
    '{{count, number}} clip weggelaten: knip die in losse beelden, bijvoorbeeld met ffmpeg -i S1_happy_1.mp4 -vf fps=2 ' +
    'S1_happy_1/%03d.jpg',
  clips_other:
    '{{count, number}} clips weggelaten: knip ze in losse beelden, bijvoorbeeld met ffmpeg -i S1_happy_1.mp4 -vf fps=2 ' +
    'S1_happy_1/%03d.jpg',
  contempt: 'ze tonen minachting, en dat is geen van de zeven emoties',
  'annotation-missing': 'ze hebben geen annotatie',
  'annotation-number': 'hun annotatie is geen getal van 0 tot 7',
  'label-number': '"{{found}}" is geen label van 0 tot {{most}}',
  usage: '"{{found}}" is geen gebruik (Usage) dat de set kent',
  'votes-missing': 'ze hebben geen stemmen',
  'votes-drawn': 'geen van de zeven emoties heeft de meeste stemmen',
  'votes-no-majority': 'geen emotie heeft de meeste stemmen',
  'votes-no-counts': 'hun stemmen zijn geen aantallen',
  'apparent-group': 'hun geschatte leeftijdsgroep is "{{found}}", niet child of adult',
  'emotion-unknown': '"{{found}}" is geen van {{emotions}}',
  'split-unknown': '"{{found}}" is geen deel (split) dat de set kent',
  'duplicates-missing': 'hun groep van bijna gelijke beelden ontbreekt',
  'index-outside': 'ze horen niet bij de {{images, number}} beelden van {{file}}',
};

export const readHow: Translation<typeof englishReadHow> = {
  delimiter: 'gelezen met “{{delimiter}}” tussen de kolommen',
  encoding: 'gelezen in de tekencodering {{encoding}}',
  'cut-off': 'het bestand houdt te vroeg op; wat het van het beeld bevat, is gelezen',
  'decimal-comma': 'gelezen met decimale komma’s',
  'kept-texts': 'gelezen met ="001" als de tekst 001',
  'other-spelling_one':
    '{{count, number}} bestand is gevonden onder een naam die op de schijf anders geschreven is (accenten of hoofdletters)',
  'other-spelling_other':
    '{{count, number}} bestanden zijn gevonden onder namen die op de schijf anders geschreven zijn (accenten of hoofdletters)',
  subject: 'proefpersoon {{other}} is voor {{one}} gehouden, die alleen in hoofdletters verschilt',
  'other-case': 'gelezen met kolomnamen in hoofdletters of kleine letters',
};

export const image: Translation<typeof englishImage> = {
  numbers: '{{wanted}} getallen van 0 tot {{most}} met spaties ertussen werden verwacht; het zijn er {{found}}',
  'cut-short':
    'een beeld van {{wanted}} bytes op plaats {{offset}} van {{file}} werd verwacht; het zijn {{found}} bytes',
  format: 'een beeld in {{formats}} werd verwacht; dit is {{found}}',
  channels: 'een kleurenbeeld werd verwacht; dit heeft {{found, number}} kanalen',
  'cut-off': 'het beeld kan niet worden gedecodeerd: het bestand houdt te vroeg op; kopieer het opnieuw',
  heic: 'het HEIC-beeld kan niet worden gedecodeerd, of heeft meer dan 64 miljoen pixels; bewaar het als JPEG',
  'too-large':
    'een beeld van hoogstens {{most, number}} miljoen pixels werd verwacht; dit heeft er {{found, number}} miljoen; verklein het',
  undecodable: 'het beeld kan niet worden gedecodeerd',
  'box-outside': 'het kader ligt buiten het beeld van {{widthPx}} x {{heightPx}} pixels',
  'no-face': 'er is geen gezicht gevonden; geef het kader in x0,y0,x1,y1 of gebruik een ander beeld',
  'many-faces_one': 'er is {{count, number}} gezicht gevonden; geef in x0,y0,x1,y1 het kader van het bedoelde gezicht',
  'many-faces_other':
    'er zijn {{count, number}} gezichten gevonden; geef in x0,y0,x1,y1 het kader van het bedoelde gezicht',
  'no-face-made-out': 'er is geen gezicht te onderscheiden; geef het kader in x0,y0,x1,y1 of gebruik een ander beeld',
  blank: 'er is geen gezicht op te zien, alleen één grijstint: gebruik een ander beeld',
};
