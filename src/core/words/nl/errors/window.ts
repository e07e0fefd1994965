import type { window as english } from '../../en/errors/window.ts';
import type { Translation } from '../../translation.ts';

export const window: Translation<typeof english> = {
  'link-not-valid':
    'Dit venster heeft geen geldige link naar het programma. Open een nieuwe link, daar waar het programma is gestart.',
  'connection-lost': 'De verbinding met het programma is verbroken voordat het antwoord gaf. Probeer het opnieuw.',
  unreachable: 'Het programma is op dit moment niet bereikbaar. Probeer het opnieuw.',
  'kept-aside':
    'De schijf is vol. Metingen worden verzegeld naast de opslag bewaard, zo’n twintig minuten lang, en vanzelf opgenomen zodra er weer ' +
    'ruimte is: maak ruimte.',
  'no-answer': 'Het programma antwoordt niet.',
  'answer-unexpected':
    'Het antwoord van het programma op {{call}} is anders dan dit venster verwacht ({{field}}). Sluit Faceward en start het ' +
    'opnieuw.',
  unexpected: 'In dit venster is iets misgegaan wat niet mis had mogen gaan. Open het venster opnieuw.',
  'entries-not-stored': 'De laatste markeringen zijn niet opgeslagen: probeer het opnieuw.',
  'vision-stopped': 'Het deel dat de camera leest, is gestopt. Begin opnieuw.',
  'no-simd':
    'Deze browser kan geen WebAssembly met SIMD uitvoeren: gebruik een actuele Chrome, Edge of de desktop-app.',
  'no-canvas':
    'De browser gaf geen ruimte om camerabeelden te lezen: sluit andere programma’s en laad het venster opnieuw.',
  'face-model-unreadable':
    'Het gezichtsmodel {{file}} kon niet worden gelezen ({{status}}): installeer het programma opnieuw.',
};
