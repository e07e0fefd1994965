/** Why a run has ended without a model. */
export const training = {
  'split-empty_one':
    'At least one child in each of train, val, test was expected; with {{count, number}} child and a share of {{share, number}}, {{split}} has none: add children or raise its share.',
  'split-empty_other':
    'At least one child in each of train, val, test was expected; with {{count, number}} children and a share of {{share, number}}, {{split}} has none: add children or raise its share.',
  'in-two-splits':
    'One split a subject was expected; found {{subject}} in {{first}} and {{second}}: correct the dataset’s split or leave the subject out.',
  'no-child-images': 'Child images to train on were expected; found none.',
  'too-few-child-images':
    '{{size, number}} child images to train on were asked for; found {{found, number}}: ask for fewer or add images.',
  'no-adult-images': 'Adult images to train on were expected; found none.',
  'regime-needs-adults':
    'Adult images were expected for “{{regime, regime}}”; found none: choose the regime with children only.',
  'no-images-of': 'Images of every class were expected; found none of {{emotion, label}}: leave it out of the classes.',
  'no-val-images': 'Child images of val to choose on were expected, of an emotion that the model has; found none.',
  'too-few-steps': '{{least, number}} steps or more were expected for “{{regime, regime}}”; found {{found, number}}.',
  'no-better-than-start':
    'No better than {{model}}, which stays as it is. On the {{images, number}} images of {{children, number}} children that the run chooses by, {{model}} has a balanced accuracy of {{value, number(maximumFractionDigits: 3)}}, interval {{low, number(maximumFractionDigits: 3)}} to {{high, number(maximumFractionDigits: 3)}}; the highest of {{looks, number}} looks at the new weights was {{highest, number(maximumFractionDigits: 3)}}, and none was above it, or level with a lower loss.',
  'model-there': '{{dir}} holds a finished model, which would be lost: choose another folder, or delete that one.',
  'nothing-to-resume':
    '{{dir}} holds a finished model and no checkpoint: there is nothing to resume. Choose another folder to train anew.',
  'no-checkpoint':
    '{{dir}} holds no checkpoint: there is nothing to resume. Name the folder of the run that was stopped, or train anew.',
  collapsed:
    'The run has collapsed: to the model all faces were one. It would not recover. Check that the images differ, or lower the learning rate.',
  'loss-not-finite': 'The loss was not a number any more. Look at the images, or lower the learning rate.',
  'engine-lost': 'What computes the training has failed. The last checkpoint is whole: resume from it.',
  'worker-lost':
    'A part of the training’s process has ended. Was memory short? The last checkpoint is whole: resume from it.',
  'engine-absent':
    'The engine {{engine}} was asked for and cannot be used here; “faceward doctor” says why. Ask for another, or let the program choose.',
  'engine-gone':
    'The run began on the engine {{engine}}, which cannot be used here now; on another it would be another training. “faceward doctor” says what is missing: mend that and resume, or start a new run.',
  'begun-on-another':
    'The run began on the engine {{begun}} and goes on on that only; {{asked}} was asked for. Resume without naming an engine, or start a new run.',
  'other-run':
    'The checkpoint was made with another version of the program, another engine or other images; some may have gone since consent for a child has ended. Start a new run.',
  'checkpoint-not-written':
    'A checkpoint could not be written. The one before is whole: make room on the disk, then resume from it.',
  'disk-full':
    'The disk is full. The run writes to {{folder}}, on the disk at {{disk}}: it needs {{needed, number}} MB there, and {{free, number}} MB are free. What it kept before is whole: make room, then go on with the run.',
  'process-ended':
    'The training’s process ended ({{code}}) without saying why. Its last checkpoint is kept: resume the run.',
  'consent-ended':
    'A consent to train on a child’s pictures has ended: what the run had made by then is not used. Start a new run: it reads what may be read today.',
  'session-set-aside':
    'A session of a child whose kept pictures this run reads was set aside: what it had made by then is not used. Start a new run, which reads what is left.',
  'pictures-erased':
    'Pictures that this run reads were erased: what it had made by then is not used. Start a new run, which reads what is left.',
  'log-not-kept': 'The run’s log could not be kept. Its checkpoint is there: resume it.',
  'no-model-made': 'The run ended without a model that can be read.',
  unexpected: 'The training ended in a way that was not foreseen. It is in the log as {{incident}}.',
} as const;
