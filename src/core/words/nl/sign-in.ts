import type { signIn as english } from '../en/sign-in.ts';
import type { Translation } from '../translation.ts';

export const signIn: Translation<typeof english> = {
  title: 'Aanmelden',
  name: 'Naam',
  password: 'Wachtwoord',
  failed: 'Niet aangemeld',
  submit: 'Aanmelden',
  withoutLost: 'Openen zonder wat er ontbreekt',
  withoutLostHelp: 'Het auditlogboek vermeldt dat u dit koos. De kopie blijft waar ze is.',
  byPassword: 'Aanmelden met een wachtwoord',
  lost: 'Wachtwoord kwijt? Gebruik de herstelcode',
  code: 'Herstelcode',
  codeHelp: 'De code was één keer te zien, toen de locatie werd ingericht.',
  newPassword: 'Nieuw wachtwoord',
  notRecovered: 'Niet hersteld',
  recover: 'Nieuw wachtwoord instellen en aanmelden',
};
