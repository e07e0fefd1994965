import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../translation.ts';

export const errors: Translation<typeof english> = {
  'invalid-input': 'Iets wat is ingevuld, kan niet worden gebruikt.',
  'not-signed-in': 'Er is niemand aangemeld.',
  'wrong-password': 'Het wachtwoord of de code klopt niet.',
  forbidden: 'Uw rol mag dit niet.',
  'not-found': 'Dit is er niet meer.',
  conflict: 'Dit past niet bij wat er al is.',
  'no-consent': 'Er is geen toestemming die dit dekt.',
  'damaged-store': 'De opgeslagen gegevens zijn beschadigd.',
  'disk-full': 'De schijf is vol.',
  failed: 'Er ging iets mis in het programma.',
};
