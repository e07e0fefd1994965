import type { lsl as english } from '../en/lsl.ts';
import type { Translation } from '../translation.ts';

export const lsl: Translation<typeof english> = {
  title: 'Eén klok met andere apparaten',
  description:
    'Terwijl een sessie loopt, kunnen de metingen naar buiten als streams van de Lab Streaming Layer (LSL), zodat een EEG, een hartslag of een stimulusprogramma op dezelfde klok wordt opgenomen.',
  what: 'wat er wordt gestreamd',
  leaves: {
    title: 'Wat dit programma verlaat zolang het aan staat',
    goes: 'Van elke meting zeven kansen, valentie en distress; onderbrekingen met hun reden; markeringen met hun soort, of met de naam op hun knop. Een willekeurige naam, voor elke sessie een nieuwe.',
    stays: 'Geen code of naam van een kind, geen beeld, geen vrije tekst, geen naam van een collega.',
    whoCan:
      'LSL heeft geen wachtwoord en geen versleuteling: wie deze computer via het netwerk kan bereiken, kan het ontvangen. Alleen een firewall houdt anderen buiten.',
  },
  isOn: 'Sessies streamen terwijl ze lopen',
  isOnHelp: 'Zolang er een stream open is, staat dat op het livescherm. Buiten een sessie wordt niets gestreamd.',
  reach: 'Wie de streams vindt',
  reaches: {
    machine: 'Programma’s op deze computer',
    network: 'Elke computer in hetzelfde netwerk',
  },
  reachHelp:
    'Alleen op deze computer: dan worden ze niet op het netwerk aangekondigd. LSL luistert nog steeds op elk adres: wie de poort kent, kan verbinding maken, tenzij een firewall dat tegenhoudt.',
  markersFrom: 'Markeringen overnemen uit deze stream',
  markersFromHelp:
    'De naam van een tekststream van een ander programma, bijvoorbeeld een stimulusprogramma. Wat het stuurt, wordt een markering van de sessie, met de naam van de stream. Leeg: geen.',
  notInstalled: 'De bibliotheek hiervoor is niet geïnstalleerd',
  howToInstall:
    'Voer dit commando één keer uit op deze computer en open daarna deze pagina opnieuw: {{command}}. Zonder netwerk: {{offline}}.',
  save: 'Bewaren wat er wordt gestreamd',
  saved: 'Bewaard.',
  notSaved: 'Het is niet bewaard',
  live: {
    label: 'Streams voor andere apparaten',
    opening: 'Streams voor andere apparaten worden geopend',
    openMachine: 'Metingen verlaten dit programma (LSL-stream {{name}}, vindbaar op deze computer)',
    openNetwork: 'Metingen verlaten deze computer (LSL-stream {{name}}, voor het hele netwerk)',
    received: 'er wordt ontvangen',
    unheard: 'niemand ontvangt',
    failed: 'De streams voor andere apparaten zijn gestopt; de sessie wordt gewoon vastgelegd',
    noMarkerStream: 'wacht op markeringen van “{{stream}}”',
    markers_one: '{{count, number}} markering van “{{stream}}”',
    markers_other: '{{count, number}} markeringen van “{{stream}}”',
  },
};
