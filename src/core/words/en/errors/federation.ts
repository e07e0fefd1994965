/** Why a site takes no part in a round of a federation. */
export const federation = {
  'file-unreadable':
    'The federation file {{file}} cannot be read: {{why}}. Give the path of the file that this site wrote.',
  'file-not-json': 'The federation file {{file}} is not JSON. Correct it, or write it anew.',
  'file-wrong':
    'In the federation file {{file}}, {{field}} was expected to be otherwise: {{why}}. Correct it; docs/federation.md says what each may be.',
  'file-unknown-keys':
    'The federation file {{file}} holds what it may not hold: {{keys}}. Only its known names are read, so that nothing in it goes unnoticed. Take them out.',
  'dataset-missing': 'The images of this site do not allow a round: {{why}} Nothing was trained.',
  'consents-missing':
    'Nobody says for which children on “{{dataset}}” a consent to share a model holds. In the program an administrator confirms the federation, and the consents count; without a site, name a file with one code a line as “mayShare” in the federation file. Images on which nobody is real say so in dataset.yaml.',
  'consents-unreadable': 'The list of children who may take part, {{file}}, cannot be read: {{why}}. Put it in place.',
  'no-consent':
    'For none of the {{children, number}} children of this site’s images a consent to share a model trained with them holds today. Nothing was trained. Ask their families.',
  'withdrawn-child_one':
    '{{count, number}} child that an earlier round was trained with may take part no more: what was learnt from it is in these weights. This site’s part ends until the federation starts anew from a model trained without it (docs/federation.md).',
  'withdrawn-child_other':
    '{{count, number}} children that earlier rounds were trained with may take part no more: what was learnt from them is in these weights. This site’s part ends until the federation starts anew from a model trained without them (docs/federation.md).',
  'weights-unreadable': 'The weights {{file}} cannot be read: {{why}}. Ask the coordinator for them again.',
  'weights-misfit':
    'The weights do not fit the net of this site: of {{tensor}}, {{wanted}} was expected, and {{found}} found. All sites have to start from the same model.',
  'weights-impossible': 'The weights hold what no training leaves: {{why}}. Ask the coordinator for them again.',
  'start-holds_one':
    'The model that the federation would start from was made with {{count, number}} child for whom no consent to share a model holds today. Train it again without, or ask the family.',
  'start-holds_other':
    'The model that the federation would start from was made with {{count, number}} children for whom no consent to share a model holds today. Train it again without, or ask their families.',
  'stopped-otherwise':
    'What was stopped before was another round, or one by another engine or on other images: this one begins anew.',
  'report-wrong':
    'The report of the federation, {{file}}, is not as a coordinator writes it: {{why}}. Ask the coordinator for it again.',
  'report-of-others':
    'The weights {{file}} are not those that the report of the federation names. Ask the coordinator for both again.',
  'not-confirmed':
    'No administrator of this site has confirmed the federation file {{file}}. Nothing is trained or sent before that: open the Training Lab, “Several sites”.',
  'confirmed-otherwise':
    'The federation file {{file}} is not as an administrator has confirmed it. Nothing is trained or sent before it is confirmed again: open the Training Lab, “Several sites”.',
  'two-lists':
    'The federation file {{file}} names a list of children as “mayShare”, and its folder of data is a site, whose own consents count. Take the list out.',
  'start-may-not-leave':
    'The model in use, {{model}}, may not leave this site: not for every child that it was made with a consent to share a model holds. Name another model as “model” in the federation file, or train it again without.',
  'other-data':
    'The federation file {{file}} has {{found}} as its folder of data; this site’s is {{wanted}}. Correct “data” in it.',
  'changed-meanwhile': 'The federation file {{file}} is another than was looked at. Look at it again, then confirm.',
  'none-joined': 'This site takes part in no federation.',
  'no-round-file': 'This is no file of a round, or an unsigned one. Ask whoever made it for it once more.',
  'round-file-changed':
    'The file of the round is not as it was signed. Nothing of it was used. Ask for it once more, and how it came to be changed.',
  'round-file-foreign':
    'The file of the round is signed with another key than the one that was given: {{found}} in place of {{wanted}}. Nothing of it was used.',
  'round-file-other':
    'The file is of another round or task than was asked for: {{wanted}} was expected, and {{found}} found.',
  'no-key': 'A private key (Ed25519, PEM) was expected to sign the round; {{file}} holds none.',
} as const;
