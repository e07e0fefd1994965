import type { tour as english } from '../../en/opening/tour.ts';
import type { Translation } from '../../translation.ts';

export const tour: Translation<typeof english> = {
  begin: 'Korte rondleiding',
  label: 'Korte rondleiding, stap {{step}} van {{of}}',
  step: '{{step}} van {{of}}',
  back: 'Terug',
  next: 'Volgende',
  done: 'Klaar',
  skip: 'Rondleiding overslaan',
  stop: {
    live: 'Tijdens een sessie zegt één groot woord wat het gezicht laat zien en hoe zeker dat is, of waarom er niets wordt gemeten. Met toetsen geeft u aan wat er gebeurt.',
    today: 'Hier begint de dag: bij wie vandaag mag worden gekeken, wat er het laatst is gemeten, en Start.',
    children:
      'Een kind heeft een code, nooit een naam. Waar de familie mee instemt, legt u hier vast; intrekken kan altijd.',
    sessions: 'Elke sessie is terug te zien: de tijdlijn, wat mensen ervan vonden en een ondertekend verslag.',
    training:
      'Hier worden modellen getraind en vergeleken, alleen op deze computer. Iemand anders keurt een model goed voordat het wordt gebruikt.',
  },
};
