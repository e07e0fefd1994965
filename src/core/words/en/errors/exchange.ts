/** Models on their way to another site, and from one. */
export const exchange = {
  'no-consent_one':
    'For {{count, number}} child whose pictures it was made from, no consent to share a model holds today. Ask the family, or train it again without.',
  'no-consent_other':
    'For {{count, number}} children whose pictures it was made from, no consent to share a model holds today. Ask their families, or train it again without.',
  'names-children_one':
    'The code of {{count, number}} child stands in its name, its settings or its card and would leave the site with it. Train it again without naming anyone.',
  'names-children_other':
    'The codes of {{count, number}} children stand in its name, its settings or its card and would leave the site with it. Train it again without naming anyone.',
  'statement-missing':
    'It was made from images of people whom this site does not know. Write why it may be handed on all the same.',
  'nothing-received': 'No model file was handed in. Choose one.',
  'piece-missing': 'A part of the file is missing. Choose it again.',
  'too-large': 'The file is too large to be a model: at most {{most, number}} bytes are read.',
  'not-a-model-file': 'This is no model file of Faceward, or it is damaged. Ask for it once more.',
  newer:
    'This file was written by a later version of Faceward: its format is {{found, number}}, and this version reads up to {{known, number}}. Update the program, or ask for a file in the earlier format.',
  unwanted:
    'The file holds what no model file holds: {{file}}. Nothing of it was read. Ask the site that it comes from.',
  changed:
    '{{file}} in it is not as the site signed it. Nothing was taken in. Ask for the file once more, and how it came to be changed.',
  config: 'Its settings cannot be read by this version of the program: config.json is not as this version writes it.',
  'unknown-site':
    'The site “{{site}}” is not known here. Its key is {{fingerprint}}: compare it with what that site tells you, by telephone for one, and confirm it.',
  'key-changed':
    'The site “{{site}}” was confirmed by {{by}} with another key than this file is signed with, {{fingerprint}}. Nothing was taken in. Ask that site; when it has a new key, remove the old one from the known sites.',
  'site-not-known': 'This site is not among the known ones.',
} as const;
