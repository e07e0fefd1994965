/** Why a folder cannot be read as a dataset. */
export const dataset = {
  'no-folder': 'A dataset folder was expected; there is no folder {{dir}}.',
  'given-twice': '{{dir}} was given twice; name each dataset folder once.',
  'no-layout': '{{dir}} is no dataset: {{layouts, layouts}} was expected.',
  'no-images': '{{dir}} holds no image.',
  'file-unreadable': '{{file}} cannot be read ({{code}}).',
  'no-file':
    '{{file}} is a folder, a pipe or a device; a file was expected. Take it out of the folder, or put the file there.',
  'columns-missing': '{{file}} row 1: column {{missing}} is missing; found {{found}}.',
  'group-needed':
    '{{dir}} is {{name}}, which does not tell children from adults: say whom its images show in a file dataset.yaml in it, with the lines "shows: photographs of adults", "realChildren: false", "group: adult", having left out the others.',
  'description-wrong':
    '{{file}}: {{field}}: not as it should be; "shows" (a text), "realChildren" (true or false) and optionally "licence" (a text) and "group" (child or adult) were expected.',
  'description-empty':
    '{{file}}: the whole: not as it should be; "shows" (a text), "realChildren" (true or false) and optionally "licence" (a text) and "group" (child or adult) were expected.',
  'table-workbook':
    '{{file}} is a workbook of a spreadsheet, not a table of text: open it there and save it as manifest.csv (CSV UTF-8).',
  'table-binary': '{{file}} is no table of text: save it as CSV (UTF-8).',
  'rows-differ':
    '{{votes}} was expected to have the {{wanted, number}} rows of {{images}}; found {{found, number}} rows.',
  'no-annotations': '{{dir}} is AffectNet, but no image in it has an annotation that can be read.',
} as const;

/** Why an image, a row or a folder was left out of a dataset: each goes on behind its name. */
export const leftOut = {
  'no-table-row': 'not a row of a table ({{code}})',
  'table-columns':
    'not a row of a table: {{wanted, number}} columns were expected; found {{found, number}}; a text or number that holds the sign between columns must stand in quotes',
  'path-missing': 'a path was expected; the row has none',
  'path-leads-out': 'the path leads out of the dataset’s folder; paths are relative to it',
  subject: 'a subject of 1 to {{most, number}} characters was expected; found "{{found}}"',
  group: 'a group, child or adult, was expected; found "{{found}}"',
  emotion: 'an emotion ({{emotions}}) was expected in column "{{column}}"; found "{{found}}"',
  age: 'an age in years, 0 to {{most, number}}, or nothing was expected; found "{{found}}"',
  votes: 'counts of votes >= 0 in {{columns}}, one of them > 0, or nothing was expected; found "{{found}}"',
  box: 'a face box x0,y0,x1,y1 in pixels with x1 > x0 and y1 > y0, or nothing, was expected; found "{{found}}"',
  'named-before': 'the image was named before, in row {{row}}',
  'two-groups': 'subject {{subject}} is {{group, group}} here and {{before, group}} in an earlier row',
  'folder-unknown_one':
    '{{count, number}} image was left out: a folder named after an emotion ({{emotions}}, or a usual word for it) was expected',
  'folder-unknown_other':
    '{{count, number}} images were left out: a folder named after an emotion ({{emotions}}, or a usual word for it) was expected',
  'group-of-folder_one':
    '{{count, number}} image was left out: a folder child or adult around it was expected, or a word on whom all images show',
  'group-of-folder_other':
    '{{count, number}} images were left out: a folder child or adult around them was expected, or a word on whom all images show',
  'file-kind': 'an image was expected (.jpg, .png, .webp, .heic, .avif, .tif or .bmp)',
  'file-missing': 'there is no such file',
  'file-alike': 'there is no file of exactly this name, and several are alike: {{found, list}}',
  'file-unreachable': 'the file cannot be reached ({{code}})',
  'file-leads-out': 'the file is a link that leads out of the dataset’s folder',
  'file-none': 'a file was expected; found something else',
  'file-too-large': 'an image of at most {{most, number}} MB was expected; found {{found, number}} MB',
  'file-unreadable': 'the file cannot be read ({{code}})',
  'picture-missing': 'crop {{index}} was expected in {{file}}; it holds {{held, number}}',
  'name-form': 'a name such as {{example}} was expected',
  'model-missing': 'a path that names the model, such as {{example}}, was expected',
  'child-missing': 'a path that names the child, such as {{example}}, was expected',
  'expression-unknown': '"{{found}}" is none of the seven expressions of {{set}}',
  'letter-unknown': 'the letter "{{found}}" after the model stands for none of {{known}}',
  'expression-content': 'the expression "content" is none of the seven emotions',
  'expression-missing': 'a path that names one expression was expected; found none',
  'expressions-many': 'a path that names one expression was expected; found {{found, list}}',
  clips_one:
    '{{count, number}} clip was left out: cut it into frames, such as ffmpeg -i S1_happy_1.mp4 -vf fps=2 S1_happy_1/%03d.jpg',
  clips_other:
    '{{count, number}} clips were left out: cut them into frames, such as ffmpeg -i S1_happy_1.mp4 -vf fps=2 S1_happy_1/%03d.jpg',
  contempt: 'they show contempt, which is none of the seven emotions',
  'annotation-missing': 'they have no annotation',
  'annotation-number': 'their annotation is no number from 0 to 7',
  'label-number': '"{{found}}" is no label from 0 to {{most}}',
  usage: '"{{found}}" is no usage',
  'votes-missing': 'they have no votes',
  'votes-drawn': 'none of the seven emotions has most of the votes',
  'votes-no-majority': 'no emotion has most of the votes',
  'votes-no-counts': 'their votes are no counts',
  'apparent-group': 'their apparent age group is "{{found}}", not child or adult',
  'emotion-unknown': '"{{found}}" is none of {{emotions}}',
  'split-unknown': '"{{found}}" is no split',
  'duplicates-missing': 'their group of near-duplicates is missing',
  'index-outside': 'they are not among the {{images, number}} images of {{file}}',
} as const;

/** What was read although it is not as it is described, and how: each goes on behind the file's name. */
export const readHow = {
  delimiter: 'read with “{{delimiter}}” between its columns',
  encoding: 'read in the encoding {{encoding}}',
  'cut-off': 'the file ends too early; what it holds of the picture was read',
  'decimal-comma': 'read with decimal commas',
  'kept-texts': 'read with ="001" as the text 001',
  'other-spelling_one':
    '{{count, number}} file was found under a name that is written otherwise on the disk (accents or capitals)',
  'other-spelling_other':
    '{{count, number}} files were found under names that are written otherwise on the disk (accents or capitals)',
  subject: 'subject {{other}} was taken for {{one}}, of whom it differs in capitals only',
  'other-case': 'read with its column names in capitals or small letters',
} as const;

/** Why no face was cut out of an image that was opened: each goes on behind the image's name. */
export const image = {
  numbers: '{{wanted}} numbers from 0 to {{most}} with blanks between them were expected; found {{found}}',
  'cut-short': 'an image of {{wanted}} bytes at {{offset}} of {{file}} was expected; found {{found}} bytes',
  format: 'an image in {{formats}} was expected; found {{found}}',
  channels: 'a colour image was expected; found {{found, number}} channels',
  'cut-off': 'the image cannot be decoded: the file ends too early; copy it again',
  heic: 'the HEIC image cannot be decoded, or has more than 64 million pixels; save it as JPEG',
  'too-large':
    'an image of at most {{most, number}} million pixels was expected; found {{found, number}} million; shrink it',
  undecodable: 'the image cannot be decoded',
  'box-outside': 'the face box lies outside of the image of {{widthPx}} x {{heightPx}} pixels',
  'no-face': 'no face was found; name its box in x0,y0,x1,y1 or use another image',
  'many-faces_one': '{{count, number}} face was found; name the box of the one that is meant in x0,y0,x1,y1',
  'many-faces_other': '{{count, number}} faces were found; name the box of the one that is meant in x0,y0,x1,y1',
  'no-face-made-out': 'no face could be made out; name its box in x0,y0,x1,y1 or use another image',
  blank: 'there is no face in it, only one shade of grey: use another image',
} as const;
