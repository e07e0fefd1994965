import type { videos as english } from '../../en/errors/videos.ts';
import type { Translation } from '../../translation.ts';

export const videos: Translation<typeof english> = {
  'no-consent': 'Er is geen geldige toestemming om video van {{code}} te bewaren. Al het andere wordt wel bewaard.',
  'switched-off':
    'Op deze locatie wordt geen video bewaard. Een beheerder kan dat bij de instellingen aanzetten; start de sessie zonder video.',
  'of-recording':
    'Alleen van een live sessie wordt video bewaard: een film die wordt gelezen, heeft zijn eigen bestand.',
  'little-room':
    'Er is nog {{free, number}} MB vrij op de schijf, en {{least, number}} MB blijft vrij voor wat belangrijker is. De sessie gaat door zonder video; maak ruimte.',
  'not-there': 'Van deze sessie is geen video bewaard, of niet meer.',
  damaged: 'Dit deel van de video is beschadigd of ontbreekt. De rest kan worden afgespeeld.',
  'cannot-encode': 'Deze browser kan geen video coderen. De sessie gaat zonder video door.',
};
