import type { recordings as english } from '../en/recordings.ts';
import type { Translation } from '../translation.ts';

export const recordings: Translation<typeof english> = {
  title: 'Een videobestand lezen',
  explanation:
    'Elk beeld van een video wordt gelezen zoals dat van de camera, en wordt een sessie met de aanduiding “van opname”. De video zelf wordt niet bewaard.',
  cannotHere:
    'Deze browser kan geen videobestanden decoderen: open Faceward in een actuele Chrome, Edge of Firefox, of in een eigen venster.',
  child: 'Kind',
  file: 'Videobestand',
  fileHint: 'MP4, MOV, MTS, WebM of MKV, gecodeerd als H.264, HEVC, VP8, VP9 of AV1',
  chooseFile: 'Kies een bestand',
  liveSession: 'Livesessie van hetzelfde moment',
  liveSessionHint: 'Laat zien in hoeverre de twee metingen overeenkomen',
  noLiveSession: 'Geen',
  liveFrom: 'Livesessies van',
  liveUntil: 'Livesessies tot en met',
  read: 'Video lezen',
  reading: '{{fileName}} wordt gelezen',
  opening: 'De video wordt geopend …',
  progress: '{{at}} van {{duration}}',
  speed: '{{speed}} keer zo snel als de video',
  readings_one: '{{count}} meting',
  readings_other: '{{count}} metingen',
  picture: 'Beeld van de video. Tik op het gezicht van het kind; of druk op Enter als alleen het kind in beeld is.',
  whoIsIt: 'Tik op het gezicht van het kind, of druk hier op Enter als er maar één gezicht in beeld is',
  notHere: 'Het kind is niet in beeld: ga verder',
  unclear: 'Het gezicht is in dit beeld niet duidelijk genoeg: ga verder en kies het later',
  stop: 'Hier stoppen',
  storeAway: 'De metingen kunnen nu niet worden opgeslagen: de video wacht en het wordt opnieuw geprobeerd',
  storing: 'Wordt opgeslagen …',
  stored: 'Tot het einde gelezen: alles is opgeslagen',
  review: 'Deze sessie terugkijken',
  failed: 'De video kon niet tot het einde worden gelezen',
  keptUntil: 'Wat tot {{at}} is gelezen, is opgeslagen.',
  notAVideo: '{{fileName}} is geen video die hier gelezen kan worden: een MP4-, MOV-, WebM- of MKV-bestand is nodig.',
  noPictures: '{{fileName}} bevat geen bewegende beelden, alleen geluid of tekst.',
  unfinished:
    '{{fileName}} is nooit afgemaakt: de opname brak af voordat haar index geschreven was (een lege accu, een kaart die eruit is gehaald), of het bestand is niet helemaal gekopieerd. Kopieer het opnieuw; als dat niet helpt, kan een reparatieprogramma het misschien herstellen met een hele video van dezelfde camera.',
  cut: '{{fileName}} is afgekapt: van {{duration}} kon maar {{at}} gelezen worden. Kopieer het opnieuw; als het nergens anders meer staat, is de rest verloren.',
  cutAt:
    '{{fileName}} is afgekapt na {{at}}. Kopieer het opnieuw; als het nergens anders meer staat, is de rest verloren.',
  edited:
    '{{fileName}} is zo bewerkt dat een speler stukken weglaat, herhaalt of met een andere snelheid afspeelt. Wat die verbergt, wordt niet gelezen, en de tijden zijn niet precies te volgen: sla het op als een nieuwe video (“exporteren” of “opslaan als nieuwe clip”) en lees die.',
  otherContainer:
    '{{fileName}} is een film van de soort {{container}}, die Faceward niet kan openen: zet hem om naar H.264 (MP4), bijvoorbeeld met het gratis HandBrake, en lees die.',
  cannotDecode:
    'De beelden van {{fileName}} zijn gecodeerd als {{codec}}, wat deze computer niet kan lezen: zet het bestand om naar H.264 (MP4), bijvoorbeeld met het gratis HandBrake, en lees dat.',
  nobodyAlone:
    'In {{fileName}} was nooit een gezicht alleen in beeld, dus er is niemand gelezen en geen sessie begonnen: lees de film opnieuw en wijs het kind aan.',
  another: 'Nog een video',
};
