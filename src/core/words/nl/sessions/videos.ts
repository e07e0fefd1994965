import type { videos as english } from '../../en/sessions/videos.ts';
import type { Translation } from '../../translation.ts';

export const videos: Translation<typeof english> = {
  choose: 'Video van deze sessie bewaren',
  chooseHelp:
    'Zonder geluid. Alles behalve het hoofd van het kind wordt onherkenbaar gemaakt voordat het wordt opgeslagen. Hoogstens {{mb}} MB per uur; er is {{freeGb}} GB vrij. Wordt na {{days}} dagen verwijderd.',
  kept: 'Video wordt bewaard',
  hindered: 'Er wordt nu geen video bewaard',
  ended: 'Er wordt geen video meer bewaard',
  goesOn: '{{why}} Het meten gaat door.',
  setting: {
    title: 'Video van sessies',
    description:
      'Staat standaard uit. Staat het aan, dan kan wie een sessie start ervoor kiezen video te bewaren van een kind waarvoor de familie dat goed vindt. Alles behalve het hoofd van het kind wordt onherkenbaar gemaakt voordat het wordt opgeslagen, en er is geen geluid.',
    what: 'de instelling voor video',
    isOn: 'Sessies mogen video bewaren',
    keepDays: 'Dagen tot een video wordt verwijderd',
    keepDaysHelp:
      'Van 1 tot 3650, geteld vanaf het begin van de sessie. Wat ouder is, wordt meteen en elke dag verwijderd.',
    room: 'Hoogstens {{mb}} MB per uur; op de schijf van de gegevensmap is {{freeGb}} GB vrij.',
    save: 'Instelling voor video bewaren',
    saved: 'Bewaard.',
    notSaved: 'Het is niet bewaard',
  },
  title: 'Video',
  description:
    'Alles behalve het hoofd van het kind is onherkenbaar gemaakt voordat het werd opgeslagen; waar niet zeker was wie het kind is, het hele beeld.',
  what: 'de video',
  picture: 'Video van de sessie op {{at}}',
  noneHere: 'Geen video van dit moment',
  failed: 'De video kon niet worden afgespeeld',
  play: 'Afspelen',
  pause: 'Pauze',
  speed: 'Snelheid',
  times: '{{factor}} ×',
  empty: 'Van deze sessie is geen video opgeslagen.',
  facts: '{{length}} video, {{mb}} MB. Wordt verwijderd op {{day}}.',
  where: 'Waar video van is, in het stuk dat de tijdlijn toont',
  export: 'Video exporteren',
  exporting: 'Video wordt geschreven: {{share}}',
  exportFailed: 'De video is niet geëxporteerd',
  remove: 'Video verwijderen',
  removeAsk: 'Video van deze sessie verwijderen?',
  removeText: 'Dit kan niet ongedaan worden gemaakt. Metingen, markeringen en verslagen blijven.',
  removeFailed: 'De video is niet verwijderd',
  film: {
    title: 'De film',
    description:
      'Het programma bewaart geen film. Kies het bestand opnieuw om het onder de tijdlijn te zien: het wordt afgespeeld waar het staat, zonder geluid, en niet gekopieerd. Iedereen erin is te zien.',
    choose: 'Bestand {{file}}',
    none: 'Bestand kiezen',
    checking: 'Wordt vergeleken met de film die is gelezen: {{share}}',
    notPlayed: 'De film wordt niet getoond',
    another: 'Dit is niet de film die is gelezen: {{file}} had een andere inhoud. Kies het bestand dat is gelezen.',
    unreadable: 'Het bestand is niet meer te lezen: het is verplaatst, gewijzigd of verwijderd. Kies het opnieuw.',
    cannot:
      'Deze browser kan films van deze soort niet tonen. Zet de film om naar MP4 (H.264) of gebruik een andere browser.',
    notChecked: 'Of het dezelfde film is, kon niet worden vergeleken',
    unknown: 'Toen deze sessie werd gelezen, is niet vastgelegd wat de inhoud van de film was. Vergelijk op het oog.',
    picture: 'De film op {{at}} van de sessie',
  },
};
