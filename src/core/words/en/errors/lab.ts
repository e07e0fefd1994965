/** Datasets on the list, runs, and models with their life. */
export const lab = {
  'dataset-no-consent':
    'Of {{dataset}} it was said that no consent covers a training on its images yet. When one does, say so under Datasets, at “What it shows”.',
  'dataset-not-there': 'This dataset is not there any more.',
  'upload-too-large':
    'At most {{mostFiles, number}} files and {{mostGigabytes, number}} GB can be sent as one dataset; found {{files, number}} files of {{gigabytes, number}} GB. Choose a part of the folder, or add it by its path on the machine on which the program runs.',
  'upload-out-of-order':
    'A piece of {{path}} from byte {{wanted, number}} on was expected; found one from {{found, number}} on. Choose the folder again: what has come is not sent again.',
  'upload-unfinished_one':
    '{{count, number}} file has not come in full. Choose the folder again: what has come is not sent again.',
  'upload-unfinished_other':
    '{{count, number}} files have not come in full. Choose the folder again: what has come is not sent again.',
  'upload-not-there': 'This dataset takes no more files: it was finished or removed.',
  'no-usable-faces':
    'No face of “{{dataset}}” can be trained on yet: its images are still being opened, have no labels, do not say whether they show children, or show children whose consent does not cover training.',
  'worker-ended': 'The process that worked on this ended unexpectedly ({{code}}). Go on to try again.',
  'job-ended-short':
    'The process that worked on this ended twice without having done its work, and nobody had stopped it. Go on to try again.',
  'check-failed':
    'An unexpected failure. Its details are in the program’s log, incident {{incident}}. Say anew what the dataset shows to try again.',
  'indexing-failed':
    'An unexpected failure. Its details are in the program’s log, incident {{incident}}. Go on to try again.',
  'image-not-there': 'This image is not in its dataset any more.',
  'original-damaged':
    'The file of this picture is damaged, or not there any more. Remove the dataset and send its folder again.',
  'no-original': 'There is no picture of its own in a file: only the face is kept.',
  'run-not-there': 'This run is not there.',
  'run-under-way': 'A run is under way. Stop it or wait until it is done.',
  'run-already-under-way': 'This run is under way, or waits for its turn.',
  'run-not-under-way': 'This run is not under way.',
  'run-not-moved': 'This run does not wait behind another.',
  'no-model-to-start-from': 'No model is in use that a run could start from. Start from nothing.',
  'run-finished': 'This run is finished: there is nothing to resume.',
  'run-not-finished': 'Only a finished run has a model; this one is {{state, runState}}.',
  'run-proposed': 'This run was proposed before, as {{model}}.',
  'run-images-changed':
    'The images of this run are not those that it was trained and tested on any more, or are divided otherwise: what its model says of them would not be its result. Put them back, or train again.',
  'run-images-under-way': 'The images of this run are being read already.',
  'run-images-failed':
    'An unexpected failure. Its details are in the program’s log, incident {{incident}}. Read the images again.',
  'study-not-there': 'This study is not there.',
  'study-under-way': 'A study is under way. Stop it, it can be gone on with, or wait until it is done.',
  'study-not-under-way': 'This study is not under way.',
  'study-still-under-way': 'This study is under way: stop it first.',
  'study-finished': 'This study is finished: all its trainings are done.',
  'study-needs-folders':
    '“{{dataset}}” is made of kept pictures, which consent changes: a study needs folders of images that stay.',
  'study-sealed':
    '“{{dataset}}” came through a browser and lies sealed: a study needs folders of this machine. Add its folder by its path.',
  'study-consent-ended_one':
    'Consent to training has ended for {{count, number}} child of this study: start a new study, which leaves it out.',
  'study-consent-ended_other':
    'Consent to training has ended for {{count, number}} children of this study: start a new study, which leaves them out.',
  'study-cells-elsewhere_one':
    '{{count, number}} training has no result yet: another process has it. Go on when that is done.',
  'study-cells-elsewhere_other':
    '{{count, number}} trainings have no result yet: other processes have them. Go on when those are done.',
  'machine-busy': 'The machine was not measured: a session, a run or a study is under way. Measure it when it is done.',
  'speed-not-measured': 'The machine was not measured. Incident {{incident}} in the log has the details.',
  'pictures-removed': 'A dataset of kept pictures that this run reads was removed: start a new run.',
  'pictures-no-consent': 'No picture of “{{dataset}}” is covered by a consent to training today.',
} as const;

export const models = {
  'not-there': 'This model is not there.',
  'name-taken': 'There is a model named {{model}} already.',
  'approver-missing': 'Not approved: nobody is named who approves it. Name the approver.',
  'in-use': 'Not approved: model {{model}} is in use already.',
  leaks_one:
    '{{count, number}} subject of model {{model}} is both in {{first}} and in {{second}}, so that its figures flatter it. Train it again with whole subjects in one split.',
  leaks_other:
    '{{count, number}} subjects of model {{model}} are both in {{first}} and in {{second}}, so that its figures flatter it. Train it again with whole subjects in one split.',
  'leak-unknown':
    'Its images came without subjects, so that it cannot be shown that nobody was both trained on and tested on.',
  'leak-start-unknown':
    'The model that it went on from remembers its subjects under a key that is not here, so that it cannot be shown that nobody was both trained on and tested on.',
  'leak-here-unknown':
    'It comes from elsewhere and remembers its subjects under a key that is not here, so that it cannot be shown that it was trained on none of the children whom it was tested on here.',
  'unmet-since':
    'Not approved: since these conditions were opened, another one is not met any more. Look at them again, and write the reason for all that are not met.',
  'not-compared':
    'Model {{model}} must be compared with {{approved}}, the model in use, on the same images; it has no comparison. Compare it now.',
  'compared-with-another':
    'Model {{model}} must be compared with {{approved}}, the model in use, on the same images; it was compared with {{compared}}. Compare it again.',
  'compared-with-earlier':
    'Model {{model}} was compared with {{compared}} as it was before: the files of the model in use are others now. Compare it again.',
  'no-fair-comparison':
    'No test image is left on which a comparison with {{reference}} would be fair: that model was trained on all of these children, or knows other emotions. Train again with more children to test on.',
  'test-images-changed':
    'Model {{model}} cannot be compared again: the test images of {{dataset}} are not there any more, or are not those that it was tested on. Put them back as they were, or train it again.',
  'locked-images-changed':
    'Model {{model}} cannot be compared: the test images of {{dataset}} that a run of this site has locked are not there any more, or were changed. Put them back as they were, or train again: the newest run’s test images count where the model in use has none.',
  'no-locked-test':
    'Model {{model}} was not trained here, and no run of this site has set test images aside yet on which it could be compared. Train a model on images of this site in the Training Lab first: {{model}} is then compared on the test images of that run.',
  'no-run': 'Model {{model}} was not trained here: its test images are not at this site, and neither is its run.',
  'nobody-to-leave-out': 'Nobody whom {{model}} was made with has to be left out.',
  'nothing-to-compare-with': 'No model is in use: there is nothing to compare with.',
  'not-a-candidate': 'Model {{model}} is not a candidate any more.',
  'not-rejected': 'Model {{model}} is not rejected.',
  'comparison-under-way': 'Model {{model}} is being compared already.',
  'comparison-not-under-way': 'Model {{model}} is not being compared.',
  'comparison-unexpected': 'The comparison ended in a way that was not foreseen. It is in the log as {{incident}}.',
  rejected: 'Not approved: model {{model}} was rejected. Take it up again first.',
  'reason-missing': 'Not approved: write down why {{model}} is brought back.',
  'too-few-children':
    'Too few children to tell: its figures rest on {{found, number}} test children, and this site asks for {{wanted, number}}.',
  'children-unknown':
    'Its images came without subjects: how many children it was tested on cannot be told, and this site asks for {{wanted, number}}.',
  'may-be-worse':
    'It may be worse than {{approved}}: the interval of the difference in balanced accuracy begins at {{low, points}} points, and this site asks for more than {{bound, points}}.',
  'not-tested': 'It was not tested on any child.',
  'not-above-trivial':
    'It is not shown to do better than naming emotions without looking: balanced accuracy {{value, points}} %, interval from {{low, points}} %; without looking {{trivial, points}} %.',
  'never-unsure':
    'It never says "not sure": its threshold is {{threshold, number(maximumFractionDigits: 2)}}, and the likeliest of its emotions always reaches {{lowest, number(maximumFractionDigits: 2)}}.',
  'always-unsure': 'It says "not sure" on {{percent, number}} % of the test images.',
  'withdrawn-children_one':
    '{{count, number}} child whose pictures it was made from has been withdrawn from training since. Train it again without.',
  'withdrawn-children_other':
    '{{count, number}} children whose pictures it was made from have been withdrawn from training since. Train it again without.',
  'expired-children_one':
    'The consent to train on {{count, number}} child whose pictures it was made from has run out since. Train it again without, or renew the consent.',
  'expired-children_other':
    'The consents to train on {{count, number}} children whose pictures it was made from have run out since. Train it again without, or renew the consents.',
  'own-model': '{{name}} trained or proposed it. Another administrator has to approve it.',
  'file-missing': '{{path}} cannot be read; a model folder with {{file}} was expected.',
  'file-too-large': '{{path}} has {{found, number}} bytes; at most {{most, number}} are read.',
  'file-damaged': '{{path}} is damaged, or was made by another version of the program. Put back a copy.',
  'file-changed':
    '{{file}} in {{path}} is not as it was written: its SHA-256 is not the one in SHA256SUMS. Put back a copy of the whole folder.',
  'not-as-registered':
    'The files of the model in {{path}} are not those that were entered here: their SHA-256 is {{found}}, and {{registered}} was entered. Put back a copy of the whole folder, or go back to another model.',
} as const;
