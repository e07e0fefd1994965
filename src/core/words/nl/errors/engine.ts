import type { engine as english } from '../../en/errors/engine.ts';
import type { Translation } from '../../translation.ts';

export const engine: Translation<typeof english> = {
  asked:
    '{{name}} op {{device}}, omdat erom gevraagd is; de gradiënten komen overeen met de cpu-backend op {{error}} na, ' +
    '{{speed}} in de proef',
  preferred:
    '{{name}} op {{device}}, die de voorkeur heeft zolang geen andere {{factor, number}} keer zo snel is ({{others}}); de ' +
    'gradiënten komen overeen met de cpu-backend op {{error}} na, {{speed}} in de proef',
  begun:
    '{{name}} op {{device}}, omdat de run daarop is begonnen; de gradiënten komen overeen met de cpu-backend op {{error}} na, ' +
    '{{speed}} in de proef',
  fastest:
    '{{name}} op {{device}}, omdat die hier de snelste is die werkt ({{others}}); de gradiënten komen overeen met de ' +
    'cpu-backend op {{error}} na, {{speed}} in de proef',
  speed: '{{images, number}} beelden per seconde',
  'speed-of-each': '{{images, number}} beelden per seconde door elke werker',
  threads_one: 'de processor met {{count, number}} thread',
  threads_other: 'de processor met {{count, number}} threads',
  'threads-no-gpu_one': 'de processor met {{count, number}} thread (geen NVIDIA-GPU met stuurprogramma gevonden)',
  'threads-no-gpu_other': 'de processor met {{count, number}} threads (geen NVIDIA-GPU met stuurprogramma gevonden)',
  workers_one: 'de processor met {{count, number}} werker van 1 thread',
  workers_other: 'de processor met {{count, number}} werkers van 1 thread',
  gpu: '{{gpu}}',
  tried: '{{speed}} op {{device}}',
  'wrong-gradients':
    'de gradiënten kloppen niet: relatieve fout {{error}} ten opzichte van de cpu-backend, {{most}} mag; hiermee kan niets ' +
    'worden getraind',
  'not-installed': 'niet geïnstalleerd; dat doet “faceward engine install cpu” of “gpu”',
  'software-only': 'de enige adapter, {{adapter}}, rekent op de processor',
  'no-driver': 'geen stuurprogramma biedt een GPU aan (Vulkan, Metal of Direct3D 12)',
  'no-reading-back': 'wat de GPU rekent, kan hier niet worden teruggelezen',
  'silent-driver': 'het stuurprogramma antwoordde niet binnen {{seconds, number}} s',
  'fatal-driver': 'het stuurprogramma beëindigde het proces dat om een GPU vroeg ({{how}})',
  'no-build': 'het pakket webgpu heeft geen build die laadt op {{place}} ({{cause}})',
};
