import type { signIn as english } from '../../en/opening/sign-in.ts';
import type { Translation } from '../../translation.ts';

export const signIn: Translation<typeof english> = {
  title: 'Aanmelden',
  name: 'Naam',
  password: 'Wachtwoord',
  failed: 'Niet aangemeld',
  submit: 'Aanmelden',
  lock: {
    button: 'Vergrendelen',
    title: 'Vergrendeld',
    by: '{{name}} heeft dit scherm vergrendeld en is nog aangemeld.',
    demo: 'Een demo heeft geen wachtwoorden: ontgrendel haar zo.',
    help: 'Uw eigen wachtwoord, of dat van een collega die het overneemt.',
    takeOver:
      'U meldt zich aan in plaats van {{name}} en neemt over wat in dit venster loopt. Dat staat in het auditlogboek.',
    unlock: 'Ontgrendelen',
    failed: 'Niet ontgrendeld',
    soon_one: 'Het scherm vergrendelt over {{count}} s. Raak een toets of de muis aan om door te gaan.',
    soon_other: 'Het scherm vergrendelt over {{count}} s. Raak een toets of de muis aan om door te gaan.',
    unreachable: 'Het programma is nu niet bereikbaar. Het scherm blijft afgedekt.',
  },
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
