/** Datasets on the list, runs, and models with their life. */
export const lab = {
  'dataset-not-there': 'This dataset is not there any more.',
  'run-not-there': 'This run is not there.',
  'run-under-way': 'A run is under way. Stop it or wait until it is done.',
  'run-not-under-way': 'This run is not under way.',
  'run-finished': 'This run is finished: there is nothing to resume.',
  'run-not-finished': 'Only a finished run has a model; this one is {{state, runState}}.',
  'run-proposed': 'This run was proposed before, as {{model}}.',
  'pictures-removed': 'A dataset of kept pictures that this run reads was removed: start a new run.',
  'pictures-no-consent': 'No picture of “{{dataset}}” is covered by a consent to training today.',
} as const;

export const models = {
  'not-there': 'This model is not there.',
  'name-taken': 'There is a model named {{model}} already.',
  'approver-missing': 'Not approved: nobody is named who approves it. Name the approver.',
  'in-use': 'Not approved: model {{model}} is in use already.',
  leaks_one:
    'Not approved: {{count, number}} subject of model {{model}} is both in {{first}} and in {{second}}, so that its figures flatter it. Train it again with whole subjects in one split.',
  leaks_other:
    'Not approved: {{count, number}} subjects of model {{model}} are both in {{first}} and in {{second}}, so that its figures flatter it. Train it again with whole subjects in one split.',
  'not-compared':
    'Not approved: model {{model}} must be compared with {{approved}}, the model in use, on the same images; it has no comparison.',
  'compared-with-another':
    'Not approved: model {{model}} must be compared with {{approved}}, the model in use, on the same images; it was compared with {{compared}}.',
  'file-missing': '{{path}} cannot be read; a model folder with {{file}} was expected.',
  'file-too-large': '{{path}} has {{found, number}} bytes; at most {{most, number}} are read.',
  'file-damaged': '{{path}} is damaged, or was made by another version of the program. Put back a copy.',
} as const;
