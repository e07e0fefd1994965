import type { ratings as englishRatings } from '../../en/errors/ratings.ts';
import type { Translation } from '../../translation.ts';

export const ratings: Translation<typeof englishRatings> = {
  'not-there': 'Deze blinde beoordeling is er niet meer.',
  'no-stretches':
    'In deze sessies is geen stuk van {{lengthS, number}} s gevonden met een bewaard beeld en een lezing. Kies meer kinderen, meer dagen of een korter stuk.',
  'no-stretches-for-research':
    'Er is geen stuk van {{lengthS, number}} s gevonden met een bewaard beeld en een lezing van kinderen met toestemming voor training. Onderzoekers zien geen andere: kies andere deelnemers, meer kinderen, meer dagen of een korter stuk.',
  'rater-twice': 'Elke deelnemer één keer werd verwacht; er staat er een twee keer bij.',
  'no-such-rater': 'Een van de deelnemers kan hier niet meer inloggen. Kies iemand anders.',
  'not-a-rater': 'U doet niet mee aan deze blinde beoordeling.',
  'stretch-left':
    'Dit stuk hoort niet meer bij de beoordeling: de beelden zijn met hun toestemming verdwenen, of de sessie telt niet meer mee. Het volgende stuk komt.',
  answered: 'U hebt dit stuk al beoordeeld. Neem dat antwoord eerst terug.',
  'nothing-to-undo': 'U hebt geen antwoord om terug te nemen.',
  'not-all_one': '{{count, number}} stuk heeft nog geen antwoord van u.',
  'not-all_other': '{{count, number}} stukken hebben nog geen antwoord van u.',
  'handed-in': 'U hebt ingeleverd; uw antwoorden staan vast.',
  closed: 'Deze blinde beoordeling is beëindigd; niemand beoordeelt er nog in.',
  'not-told-yet':
    'Uitkomsten komen pas als alle deelnemers hebben ingeleverd, of als de beoordeling is beëindigd: tot dan mag niemand weten wat een ander zei.',
};
