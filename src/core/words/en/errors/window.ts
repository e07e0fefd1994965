/** What goes wrong between the window and the program, or in the window itself. */
export const window = {
  'link-not-valid': 'This window has no valid link to the program. Open a new link from where it was started.',
  'connection-lost': 'The connection to the program was lost before it answered. Try again.',
  unreachable: 'The program cannot be reached at the moment. Try again.',
  'kept-aside':
    'The disk is full. Readings are kept sealed beside the store, for some twenty minutes, and taken in by themselves once there is room: free some.',
  'no-answer': 'The program does not answer.',
  'answer-unexpected':
    'The program’s answer to {{call}} is not what this window expects ({{field}}). Close Faceward and start it again.',
  unexpected: 'Something went wrong in this window that should not have. Open the window again.',
  'entries-not-stored': 'The store did not take the last markers: try again.',
  'vision-stopped': 'The part that reads the camera has stopped. Start again.',
  'no-simd': 'This browser cannot run WebAssembly with SIMD: use a current Chrome, Edge or the desktop app.',
  'no-canvas': 'The browser gave no canvas to read camera frames with: close other programs and reload.',
  'face-model-unreadable': 'The face model {{file}} could not be read ({{status}}): reinstall the program.',
} as const;
