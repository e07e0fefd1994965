/** Streams for other devices by the Lab Streaming Layer. */
export const lsl = {
  title: 'A common clock with other devices',
  description:
    'While a session runs, its readings can go out as streams of the Lab Streaming Layer (LSL), so that an EEG, a pulse or a stimulus program is recorded on the same clock.',
  what: 'what is streamed',
  leaves: {
    title: 'What leaves this program while it is on',
    goes: 'Seven probabilities, valence and distress of each reading; gaps with their reason; markers by their kind, or by the name on their button. A random name that is new for every session.',
    stays: 'No code or name of a child, no picture, no free words, no name of staff.',
    whoCan:
      'LSL has no password and no encryption: whoever can reach this computer over the network can receive it. Only a firewall keeps others out.',
  },
  isOn: 'Stream sessions while they run',
  isOnHelp: 'The live screen says so for as long as a stream is open. Outside of a session nothing is streamed.',
  reach: 'Who finds the streams',
  reaches: {
    machine: 'Programs on this computer',
    network: 'Every computer in the same network',
  },
  reachHelp:
    'On this computer only, they are not announced to the network. LSL still listens on every address: who knows the port can connect, unless a firewall says no.',
  markersFrom: 'Take markers from this stream',
  markersFromHelp:
    'The name of a text stream of another program, such as a stimulus program. What it sends becomes a marker of the session, with the stream’s name. Empty: none.',
  notInstalled: 'The library for it is not installed',
  howToInstall:
    'Run this command on this computer once, then open this page again: {{command}}. Without a network: {{offline}}.',
  save: 'Save what is streamed',
  saved: 'Saved.',
  notSaved: 'It was not saved',
  live: {
    label: 'Streams for other devices',
    opening: 'Streams for other devices are being opened',
    openMachine: 'Readings leave this program (LSL stream {{name}}, found on this computer)',
    openNetwork: 'Readings leave this computer (LSL stream {{name}}, for the whole network)',
    received: 'somebody is receiving',
    unheard: 'nobody is receiving',
    failed: 'The streams for other devices ended; the session is recorded all the same',
    noMarkerStream: 'waits for markers of “{{stream}}”',
    markers_one: '{{count, number}} marker of “{{stream}}”',
    markers_other: '{{count, number}} markers of “{{stream}}”',
  },
} as const;
