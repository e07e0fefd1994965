/** The frame around every page: navigation, who is signed in, the connection, and what went wrong. */
export const app = {
  language: 'Language',
  page: {
    live: 'Live',
    children: 'Children',
    sessions: 'Sessions',
    training: 'Training Lab',
    queue: 'Uncertain moments',
    models: 'Models',
    settings: 'Settings',
  },
  pages: 'Pages',
  windowTitle: {
    live: 'Live',
    children: 'Children',
    sessions: 'Sessions',
    export: 'Export many',
    compare: 'Sessions of one child',
    session: 'Session',
    training: 'Training Lab',
    run: 'Run',
    compareRuns: 'Runs side by side',
    faceMap: 'Map of faces',
    wall: 'Faces',
    study: 'Study',
    queue: 'Uncertain moments',
    models: 'Models',
    settings: 'Settings',
    notFound: 'No such page',
  },
  skip: 'Skip to the page',
  demo: 'Demo data: nothing is kept',
  signedIn: 'Signed in',
  signOut: 'Sign out',
  stillSignedIn: 'You are still signed in',
  thisSite: 'this site',
  loading: {
    site: 'the state of this site',
  },
  connection: {
    lost: 'The connection to the program was lost. Trying to reach it again…',
    refused: 'This link cannot be used',
    refusedHelp:
      'A link to Faceward works once, in one tab. Open a new link: the window or terminal in which Faceward was started ' +
      'shows it.',
  },
  notFound: {
    title: 'No such page',
    text: 'There is nothing here, or your role has no access to it.',
    goOn: 'Go to the first page',
  },
  leave: {
    title: 'A session is running in this window',
    text: 'What was recorded is kept. Within a quarter of an hour the session can be gone on with, with a gap for what was missed; after that it has ended.',
    stay: 'Keep it open',
    leave: 'Close it',
  },
  broken: {
    screen: 'This screen could not be drawn',
    page: 'This page could not be drawn',
    reload: 'Open the window again',
  },
} as const;
