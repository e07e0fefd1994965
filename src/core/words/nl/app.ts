import type { app as english } from '../en/app.ts';
import type { Translation } from '../translation.ts';

export const app: Translation<typeof english> = {
  language: 'Taal',
  page: {
    today: 'Vandaag',
    live: 'Live',
    children: 'Kinderen',
    sessions: 'Sessies',
    training: 'Trainingslab',
    queue: 'Onzekere momenten',
    ratings: 'Blinde beoordeling',
    models: 'Modellen',
    settings: 'Instellingen',
  },
  pages: 'Pagina’s',
  windowTitle: {
    today: 'Vandaag',
    live: 'Live',
    films: 'Meerdere films lezen',
    children: 'Kinderen',
    sessions: 'Sessies',
    export: 'Veel exporteren',
    compare: 'Sessies van één kind',
    session: 'Sessie',
    training: 'Trainingslab',
    run: 'Run',
    compareRuns: 'Runs naast elkaar',
    faceMap: 'Kaart van gezichten',
    wall: 'Gezichten',
    study: 'Studie',
    queue: 'Onzekere momenten',
    ratings: 'Blinde beoordeling',
    ratingResults: 'Uitkomsten van een blinde beoordeling',
    models: 'Modellen',
    settings: 'Instellingen',
    notFound: 'Pagina bestaat niet',
  },
  menu: { fold: 'Menu inklappen', unfold: 'Menu uitklappen', user: 'Aangemeld: {{name}}' },
  scheme: { label: 'Licht of donker', light: 'Licht', dark: 'Donker', auto: 'Systeem' },
  skip: 'Naar de pagina',
  demo: 'Demogegevens: er wordt niets bewaard',
  signedIn: 'Aangemeld',
  signOut: 'Afmelden',
  stillSignedIn: 'U bent nog aangemeld',
  thisSite: 'deze locatie',
  loading: {
    site: 'de toestand van deze locatie',
  },
  connection: {
    lost: 'De verbinding met het programma is verbroken. Er wordt geprobeerd die te herstellen…',
    refused: 'Deze link kan niet worden gebruikt',
    refusedHelp:
      'Een link naar Faceward werkt één keer, in één tabblad. Open een nieuwe link: die staat in het venster of de terminal ' +
      'waarin Faceward is gestart.',
  },
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Hier is niets, of uw rol heeft er geen toegang toe.',
    goOn: 'Naar de eerste pagina',
  },
  leave: {
    title: 'In dit venster loopt een sessie',
    text: 'Wat is opgenomen, blijft bewaard. Binnen een kwartier kan de sessie worden voortgezet, met een onderbreking voor wat is gemist; daarna is zij geëindigd.',
    stay: 'Openhouden',
    leave: 'Sluiten',
  },
  broken: {
    screen: 'Dit scherm kon niet worden getoond',
    page: 'Deze pagina kon niet worden getoond',
    reload: 'Venster opnieuw openen',
  },
};
