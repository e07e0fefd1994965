import type { films as english } from '../../en/sessions/films.ts';
import type { Translation } from '../../translation.ts';

export const films: Translation<typeof english> = {
  title: 'Meerdere films lezen',
  link: 'Meerdere films lezen, een voor een',
  intro: 'Elke film wordt een eigen sessie met de aanduiding “van opname”. De films zelf worden niet bewaard.',
  back: 'Terug naar Live',
  nobody: 'Geen enkel kind mag worden gevolgd: leg eerst onder Kinderen een toestemming om te kijken vast.',
  choose: 'Kies films',
  orDrop: 'of sleep ze hierheen: zoveel u wilt',
  chooseAgain_one: '{{count}} film moet opnieuw worden gekozen',
  chooseAgain_other: '{{count}} films moeten opnieuw worden gekozen',
  whyAgain:
    'De lijst is er nog, maar een browser geeft een opnieuw geladen venster geen bestanden terug. Kies dezelfde bestanden of sleep ze hierheen: elk komt weer op zijn plaats in de lijst, en het lezen gaat verder bij de film waar het ophield.',
  firstAlone: 'Het eerste gezicht dat alleen in beeld is, is van het kind',
  firstAloneHint:
    'Er hoeft niemand bij te zijn. Alleen voor films waarin niemand anders eerder alleen in beeld is dan het kind. Anders wacht elke film tot iemand het kind erin aanwijst.',
  list: 'Films',
  start: 'Films lezen',
  pause: 'Pauze',
  goOn: 'Doorgaan',
  waits: 'Er wordt geen volgende film begonnen',
  done: '{{over}} van {{count}} films klaar',
  left: 'nog ongeveer {{length}}',
  child: 'Kind',
  whose: 'Van wie is de film?',
  day: 'Gefilmd op',
  of: '{{child}}, {{day}}',
  asks: 'wacht tot het kind is aangewezen',
  state: {
    checking: 'Wordt bekeken: is hij al eens gelezen?',
    waiting: 'Wacht',
    double: 'Is al eens gelezen',
    reading: 'Wordt gelezen',
    stored: 'Tot het einde gelezen',
    stopped: 'Gestopt; wat is gelezen, is bewaard',
    failed: 'Kon niet worden gelezen',
  },
  missing: 'Het bestand moet opnieuw worden gekozen',
  begunBefore:
    'Werd gelezen toen het venster opnieuw werd geladen. Wat tot dan toe is bewaard, is een eigen sessie; de film wordt opnieuw gelezen, vanaf het begin.',
  readBefore:
    'Deze film is al eens gelezen, onder welke naam ook: een sessie van {{child}}, begonnen op {{when}}, {{length}} lang.',
  twin: 'Dezelfde film staat al in de lijst: {{name}}.',
  readAnyway: 'Toch lezen',
  again: 'Opnieuw lezen',
  againAsked: 'Opnieuw lezen en mij vragen wie het kind is',
  reviewOf: 'Sessie van {{name}} terugkijken',
  remove: 'Weghalen',
  removeNamed: 'Uit de lijst halen: {{name}}',
  stopNamed: 'Hier stoppen: {{name}}',
};
