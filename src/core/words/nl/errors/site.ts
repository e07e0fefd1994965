import type {
  children as englishChildren,
  erasures as englishErasures,
  site as englishSite,
  users as englishUsers,
} from '../../en/errors/site.ts';
import type { Translation } from '../../translation.ts';

export const site: Translation<typeof englishSite> = {
  'demo-open': 'De demo is open. Meld u daar eerst af.',
  'already-there': 'In deze gegevensmap staat al een locatie. Meld u daar aan.',
  'being-made': 'Er wordt op dit moment een locatie ingericht. Wacht tot die klaar is.',
  'not-there': 'Hier is nog geen locatie. Richt er eerst een in.',
  'wrong-password': 'De naam of het wachtwoord klopt niet. Probeer het opnieuw of gebruik de herstelcode.',
  'wrong-password-or-computer':
    'De naam of het wachtwoord klopt niet, of dit wachtwoord opent de opslag alleen op een andere computer, of alleen met de sleutelbos die deze computer eerder had. Probeer het opnieuw in het eigen venster van het programma op de computer waar het is gegeven, gebruik de herstelcode, of laat een beheerder een nieuw wachtwoord geven.',
  'wrong-code': 'Dit is niet de herstelcode van deze locatie. Zoek de code die bij deze locatie hoort.',
  'no-code':
    'Deze locatie heeft geen herstelcode: er is er nooit een bevestigd. Een beheerder meldt zich aan met het wachtwoord en maakt er een.',
  'too-many-attempts_one': 'Te veel mislukte pogingen. Probeer het over {{count, number}} s opnieuw.',
  'too-many-attempts_other': 'Te veel mislukte pogingen. Probeer het over {{count, number}} s opnieuw.',
  'unlock-needs-ward':
    'In dit venster loopt een sessie: alleen zorgpersoneel of een beheerder kan ontgrendelen en haar overnemen.',
  'no-new-code': 'Er is geen nieuwe herstelcode om te bevestigen. Maak er eerst een.',
  'other-group': 'Dit is niet de laatste groep van de nieuwe code. Vergelijk hem met het papier.',
  'nobody-named': 'Hier is niemand met de naam {{name}}. Typ de naam zoals die is opgegeven.',
  'who-signs-in': 'Hier kunnen zich meer mensen aanmelden: geef de naam van een van hen op.',
  'lsl-not-installed':
    'liblsl, waarmee naar andere apparaten wordt gestreamd, is niet geïnstalleerd op deze computer. Voer er eerst “faceward lsl install” uit.',
  'code-length': 'Een herstelcode heeft {{wanted, number}} tekens; u typte er {{found, number}}.',
  'code-symbol': '“{{symbol}}” komt in een herstelcode niet voor. Vergelijk de code met het papier.',
  'code-mistyped': 'Er zit een typefout in de herstelcode. Vergelijk de code met het papier.',
  'clock-moved': 'De datum {{confirmed}} is bevestigd; nu zegt deze computer {{found}}. Kijk er nog eens naar.',
};

export const users: Translation<typeof englishUsers> = {
  'name-taken': 'Er is al een gebruiker met de naam {{name}}.',
  'name-alike': '“{{name}}” lijkt te veel op “{{other}}”, die hier al is. Kies een naam die er anders uitziet.',
  'name-invisible':
    'Een naam bestaat uit zichtbare letters of cijfers; in deze staan ook andere tekens. Typ de naam opnieuw.',
  'name-mixed':
    'Een naam bestaat uit letters van één alfabet; deze mengt er meer die op elkaar lijken. Typ de naam opnieuw.',
  'password-common':
    'Dit is een van de wachtwoorden die als eerste worden geprobeerd. Vier losse woorden zijn beter, en makkelijk te onthouden.',
  'password-word': 'Eén woord of naam is snel geraden. Zet een paar losse woorden achter elkaar.',
  'password-repeat': 'Steeds hetzelfde is snel geraden. Zet een paar losse woorden achter elkaar.',
  'password-row':
    'Reeksen als abc, 123 of toetsen naast elkaar zijn snel geraden. Zet een paar losse woorden achter elkaar.',
  'password-date': 'Jaartallen en datums zijn snel geraden. Zet een paar losse woorden achter elkaar.',
  'password-own':
    'Dit lijkt op uw naam, die van de locatie of die van het programma. Zet een paar losse woorden achter elkaar.',
  'password-guessable':
    'Dit is te raden: een of twee gewone woorden met een cijfer of leesteken. Zet een paar losse woorden achter elkaar.',
  'same-password': 'Dit is het wachtwoord dat u al hebt. Kies een ander.',
  'own-password': 'Dit is uw eigen account. Wijzig uw wachtwoord waar uw naam staat.',
  'wrong-own-password': 'Uw wachtwoord klopt niet. Probeer het opnieuw.',
  'no-passwords-in-demo': 'Een demo heeft geen wachtwoorden.',
  'not-there': 'Deze gebruiker is er niet meer.',
  'last-administrator': 'Dit is de laatste beheerder. Voeg eerst een andere toe.',
};

export const children: Translation<typeof englishChildren> = {
  'archive-running': 'Er loopt een sessie van {{code}}. Stop die eerst, zodat er niets van ontbreekt.',
  'archive-there': 'Er staat al een bestand op {{file}}. Dat wordt niet overschreven: kies een andere naam.',
  'archive-too-large':
    'Van {{code}} is meer dan {{most, number}} MB bewaard. Laat het in een bestand schrijven: faceward child export {{code}} --out BESTAND.zip',
  'archive-not-made':
    'Wat van {{code}} is bewaard, is niet geschreven: {{found}}. Er is niets van het bestand over; probeer het opnieuw.',
  'born-in-future': 'Een geboortemaand kan niet in de toekomst liggen; ingevuld is {{found}}.',
  'code-taken': 'Er is al een kind met de code {{code}}.',
  'not-there': 'Dit kind is er niet meer.',
  'consent-over': 'De laatste dag kan niet vóór vandaag liggen; ingevuld is {{found}}.',
  'signed-in-future': 'Het formulier moet vandaag of eerder zijn getekend; ingevuld is {{found}}.',
  'consent-not-there': 'Deze toestemming is er niet.',
  'scan-too-large':
    'Een scan mag hoogstens {{most, number}} MB groot zijn. Scan in grijstinten of met een lagere resolutie.',
  'scan-no-type': 'Alleen een pdf, jpeg of png kan worden toegevoegd; dit bestand is dat niet, hoe het ook heet.',
  'scans-too-many':
    'Een toestemming heeft hoogstens {{most, number}} scans. Vraag een beheerder er eerst een te verwijderen.',
  'scan-not-there': 'Deze scan is er niet meer.',
  'consent-withdrawn': 'Deze toestemming is al eerder ingetrokken.',
};

/** De gegevens van een kind wissen. */
export const erasures: Translation<typeof englishErasures> = {
  'not-there': 'Dit is er niet, of het is al gewist.',
  'session-running_one': 'Er loopt een sessie van dit kind. Stop die eerst en wis daarna.',
  'session-running_other': 'Er lopen {{count, number}} sessies van dit kind. Stop die eerst en wis daarna.',
  'reason-names-child': 'De reden blijft in het bewijs staan en mag het kind niet noemen. Laat de code weg.',
  'wrong-password': 'Het wachtwoord klopt niet. Er is niets gewist.',
  'user-not-removed':
    'Er is hier geen verwijderde gebruiker met die naam. Verwijder de gebruiker eerst bij Instellingen; wat die heeft vastgelegd, blijft.',
  'reason-names-person': 'De reden blijft in het bewijs staan en mag de persoon niet noemen. Laat de naam weg.',
  'no-such-erasure': 'Deze wissing is er niet.',
  'code-taken':
    'Een ander kind heeft nu deze code. Terughalen kan niet zolang dat kind er is: wis eerst dat kind, of laat dit wissen doorgaan.',
  'child-waits': 'Het kind zelf wacht op wissen. Haal eerst het kind terug.',
  'session-waits': 'De sessie zelf wacht op wissen. Haal eerst de sessie terug.',
  'waits-no-more': 'Dit wacht niet meer: het is al gewist of teruggehaald.',
  'no-receipt-yet': 'Er is pas een bewijs als er gewist is.',
};
