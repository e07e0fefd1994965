/** By which a model of `faceward federated-round` is known: its card has it in the place of a training's command. */
export const CANDIDATE_COMMAND = 'faceward federated-round --task candidate';
