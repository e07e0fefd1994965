import type { films as englishFilms } from '../../en/errors/films.ts';
import type { Translation } from '../../translation.ts';

export const films: Translation<typeof englishFilms> = {
  'no-decoder': 'Deze film wordt niet meer gedecodeerd. Lees hem opnieuw.',
  'no-digest': 'Wat van deze film was gestuurd, is er niet meer. Haal hem uit de lijst en kies hem opnieuw.',
  'file-gone':
    '{{fileName}} kan niet meer worden gelezen: het bestand is verplaatst of veranderd, of de schijf is losgekoppeld. Haal het uit de lijst en kies het opnieuw.',
  refused:
    '{{fileName}} kan vanaf hier niet worden gedecodeerd: de film is beschadigd, of zo gecodeerd dat deze computer er niets mee kan. Kopieer hem opnieuw; helpt dat niet, zet hem dan om naar H.264 (MP4), bijvoorbeeld met HandBrake, en lees die.',
  ended:
    'Het proces dat films decodeert, stopte vanzelf tijdens {{fileName}} ({{code}}). Lopende sessies merken er niets van, en andere films kunnen worden gelezen. Lees de film opnieuw; stopt het daar weer, zet hem dan om naar H.264 (MP4), bijvoorbeeld met HandBrake, en lees die.',
  silent:
    'Het proces dat films decodeert, gaf {{seconds, number}} s lang geen beeld van {{fileName}} en is beëindigd. Lopende sessies merken er niets van, en andere films kunnen worden gelezen. Lees de film opnieuw als de computer minder te doen heeft; stopt het daar weer, zet hem dan om naar H.264 (MP4), bijvoorbeeld met HandBrake, en lees die.',
  'too-much-memory':
    'Het decoderen van {{fileName}} kostte {{gigabytes, number(maximumFractionDigits: 1)}} GB geheugen en is beëindigd voordat deze computer te weinig overhield. Lopende sessies merken er niets van. Zet de film om naar H.264 (MP4) van hooguit 1920 x 1080 beeldpunten, bijvoorbeeld met HandBrake, en lees die.',
};
