import type { clock as english } from '../../en/records/clock.ts';
import type { Translation } from '../../translation.ts';

export const clock: Translation<typeof english> = {
  title: 'Klopt de datum van deze computer?',
  says: 'Volgens de computer is het {{says}}; de laatste regel van toen de klok klopte, is van {{known}}.',
  ahead: 'Als de datum klopt, gebeurt dit definitief:',
  consents_one: '{{count, number}} toestemming eindigt',
  consents_other: '{{count, number}} toestemmingen eindigen',
  pictures_one: '{{count, number}} beeld wordt gewist',
  pictures_other: '{{count, number}} beelden worden gewist',
  videos_one: '{{count, number}} video wordt gewist',
  videos_other: '{{count, number}} video’s worden gewist',
  baselines_one: '{{count, number}} rustgezicht wordt gewist',
  baselines_other: '{{count, number}} rustgezichten worden gewist',
  waiting_one: '{{count, number}} onderdeel dat op wissen wacht, wordt gewist',
  waiting_other: '{{count, number}} onderdelen die op wissen wachten, worden gewist',
  byRule_one: '{{count, number}} oude sessie of export wordt volgens de regel gewist',
  byRule_other: '{{count, number}} oude sessies of exports worden volgens de regel gewist',
  waits:
    'Zolang dat niet duidelijk is, wordt er niets gewist, gelden deze toestemmingen niet en zijn de beelden niet te zien.',
  behind:
    'Wat nu wordt vastgelegd, zou vóór eerdere gegevens komen te liggen. Zolang dat niet duidelijk is, wordt er niets op datum gewist.',
  putRight: 'Klopt ze niet, zet dan de klok van deze computer goed: binnen een minuut is alles weer zoals het was.',
  tellAdministrator: 'Zeg het tegen een beheerder.',
  goOn: 'De datum klopt: doorgaan',
  confirmTitle: 'Is het vandaag {{date}}?',
  confirmAhead: 'Wat daardoor eindigt en wordt gewist, komt niet terug.',
  confirmBehind: 'Vanaf nu geldt deze datum; wat onder een latere datum is vastgelegd, blijft zoals het is.',
  password: 'Uw wachtwoord',
  failed: 'Er is niets gewijzigd',
};
