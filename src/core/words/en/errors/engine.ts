/** Why an engine was chosen, and what became of the others: to stand behind an engine's name, but for the first four. */
export const engine = {
  asked:
    '{{name}} on {{device}}, because it was asked for; gradients agree with the cpu backend within {{error}}, {{speed}} in the probe',
  preferred:
    '{{name}} on {{device}}, which is preferred where no other is {{factor, number}} times as fast ({{others}}); gradients agree with the cpu backend within {{error}}, {{speed}} in the probe',
  begun:
    '{{name}} on {{device}}, because the run began on it; gradients agree with the cpu backend within {{error}}, {{speed}} in the probe',
  fastest:
    '{{name}} on {{device}}, because it is the fastest that works here ({{others}}); gradients agree with the cpu backend within {{error}}, {{speed}} in the probe',
  speed: '{{images, number}} images a second',
  'speed-of-each': '{{images, number}} images a second by each worker',
  threads_one: 'CPU, {{count, number}} thread',
  threads_other: 'CPU, {{count, number}} threads',
  'threads-no-gpu_one': 'CPU, {{count, number}} thread (no NVIDIA GPU with a driver was found)',
  'threads-no-gpu_other': 'CPU, {{count, number}} threads (no NVIDIA GPU with a driver was found)',
  workers_one: 'CPU, {{count, number}} worker of 1 thread',
  workers_other: 'CPU, {{count, number}} workers of 1 thread',
  gpu: '{{gpu}}',
  tried: '{{speed}} on {{device}}',
  'wrong-gradients':
    'its gradients are wrong: relative error {{error}} against the cpu backend, {{most}} is allowed; nothing can be trained with it',
  'not-installed': 'not installed; "faceward engine install cpu" or "gpu" does that',
  'software-only': 'its only adapter, {{adapter}}, computes on the processor',
  'no-driver': 'no driver offers a GPU (Vulkan, Metal or Direct3D 12)',
  'no-reading-back': 'what the GPU computes cannot be read back here',
  'silent-driver': 'its driver did not answer within {{seconds, number}} s',
  'fatal-driver': 'its driver ended the process that asked for a GPU ({{how}})',
  'no-build': 'the package webgpu has no build that loads on {{place}} ({{cause}})',
} as const;
