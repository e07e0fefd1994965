import type { federation as english } from '../../en/lab/federation.ts';
import type { Translation } from '../../translation.ts';

export const federation: Translation<typeof english> = {
  title: 'Meerdere locaties',
  description:
    'Train een model samen met andere locaties. Geen beeld verlaat deze computer; getrainde gewichten wel, zodra een beheerder heeft bevestigd wat en aan wie.',
  what: 'het aandeel van deze locatie',
  state: {
    title: 'Het aandeel van deze locatie',
    none: 'Deze locatie doet aan geen federatie mee. Er wordt niets voor anderen getraind, en niets verstuurd.',
    to: 'Gewichten gaan naar',
    file: 'Federatiebestand',
    confirmed: 'Bevestigd',
    confirmedBy: 'door {{name}}, {{when}}',
    changed: 'Het bestand is niet zoals het is bevestigd',
    changedHelp: 'Elke ronde wordt geweigerd tot een beheerder het bekijkt en opnieuw bevestigt, of het terugzet.',
    consents: 'Kinderen voor wie vandaag een toestemming geldt om een model te delen',
    consentsOf: '{{agreed, number}} van {{children, number}}',
    consentsHelp:
      'Alleen zij doen mee. Eindigt de toestemming van een kind waarmee al is getraind, dan eindigt het aandeel van deze locatie.',
    leave: 'Verlaten…',
  },
  plan: {
    dataset: 'Beelden',
    steps: 'Stappen van een ronde',
    learner: 'Leermethode',
    share: 'Wat de locatie verlaat',
    shares: {
      encoder: 'De gewichten van de encoder, en statistieken ervan op deze kinderen',
      all: 'Alle gewichten van het model, en statistieken ervan op deze kinderen',
    },
    imageCountAs: 'Wat anderen over het aantal beelden vernemen',
    counts: { count: 'Hoeveel beelden en kinderen meedoen', band: 'Tussen welke aantallen ze liggen' },
  },
  join: {
    title: 'Meedoen',
    description:
      'Het federatiebestand zegt welke beelden hier trainen, hoe lang, en wat er weggaat. Het staat op deze computer; de coördinator ziet het nooit.',
    file: 'Pad van het federatiebestand',
    look: 'Bekijken',
    lookFailed: 'Het bestand is niet aanvaard',
    to: 'Wie de gewichten krijgt',
    toHelp: 'De coördinator en de locaties, zoals de overeenkomst ze noemt. Het komt in het auditlogboek.',
    confirm: 'Bevestigen…',
    askTitle: 'Aan deze federatie meedoen?',
    ask: 'Elke ronde traint dan hier en geeft haar gewichten aan {{to}}, tot u de federatie verlaat.',
    personal:
      'Gewichten kunnen sporen bevatten van de gezichten waarop ze zijn afgestemd: beschouw ze als persoonsgegevens.',
    noWayBack: 'Wat is gegeven, kan niet worden teruggenomen.',
    yes: 'Meedoen',
  },
  leave: {
    title: 'Deze federatie verlaten?',
    text: 'Elke volgende ronde wordt meteen geweigerd. Wat aan {{to}} is gegeven, blijft daar: spreek met hen af wat ermee gebeurt.',
    yes: 'Verlaten',
  },
  rounds: {
    title: 'Rondes hier',
    label: 'Rondes waaraan deze locatie meedeed',
    none: 'Hier is nog geen ronde gelopen.',
    round: 'Ronde',
    task: 'Wat is gedaan',
    tasks: { fit: 'Getraind', measure: 'Gemeten' },
    at: 'Wanneer',
    images: 'Beelden',
    children: 'Kinderen',
    leftOut: 'Weggelaten bij gebrek aan toestemming',
  },
};
