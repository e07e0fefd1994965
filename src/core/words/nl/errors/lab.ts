import type { lab as englishLab, models as englishModels } from '../../en/errors/lab.ts';
import type { Translation } from '../../translation.ts';

export const lab: Translation<typeof englishLab> = {
  'dataset-no-consent':
    'Van {{dataset}} is gezegd dat nog geen toestemming een training op de afbeeldingen dekt. Is die er, zeg dat dan onder Datasets, bij “Wat hij laat zien”.',
  'dataset-not-there': 'Deze dataset is er niet meer.',
  'upload-too-large':
    'Als één dataset kunnen hoogstens {{mostFiles, number}} bestanden en {{mostGigabytes, number}} GB worden verzonden; gevonden: {{files, number}} bestanden van {{gigabytes, number}} GB. Kies een deel van de map, of voeg de map toe met het pad op de computer waarop het programma draait.',
  'upload-out-of-order':
    'Een stuk van {{path}} vanaf byte {{wanted, number}} werd verwacht; gevonden: een stuk vanaf {{found, number}}. Kies de map opnieuw: wat aangekomen is, wordt niet nog eens verzonden.',
  'upload-unfinished_one':
    '{{count, number}} bestand is niet volledig aangekomen. Kies de map opnieuw: wat aangekomen is, wordt niet nog eens verzonden.',
  'upload-unfinished_other':
    '{{count, number}} bestanden zijn niet volledig aangekomen. Kies de map opnieuw: wat aangekomen is, wordt niet nog eens verzonden.',
  'upload-not-there': 'Deze dataset neemt geen bestanden meer aan: zij is voltooid of verwijderd.',
  'no-usable-faces':
    'Met geen gezicht van “{{dataset}}” kan al getraind worden: de beelden worden nog geopend, hebben geen labels, zeggen niet of er kinderen op staan, of tonen kinderen van wie de toestemming de training niet dekt.',
  'worker-ended': 'Het proces dat hieraan werkte is onverwacht gestopt ({{code}}). Ga door om het opnieuw te proberen.',
  'job-ended-short':
    'Het proces dat hieraan werkte, is twee keer geëindigd zonder zijn werk te hebben gedaan, terwijl niemand het had gestopt. Ga ' +
    'verder om het opnieuw te proberen.',
  'check-failed':
    'Een onverwachte fout. De details staan in het logboek van het programma, incident {{incident}}. Zeg opnieuw wat de dataset laat zien om het nog eens te proberen.',
  'indexing-failed':
    'Een onverwachte fout. De details staan in het logboek van het programma, incident {{incident}}. Ga door om het opnieuw te proberen.',
  'image-not-there': 'Dit beeld zit niet meer in de dataset.',
  'original-damaged':
    'Het bestand van dit beeld is beschadigd of er niet meer. Verwijder de dataset en stuur de map opnieuw.',
  'no-original': 'Er is geen eigen beeldbestand: alleen het gezicht is bewaard.',
  'run-not-there': 'Deze run is er niet.',
  'run-under-way': 'Er loopt al een run. Stop die of wacht tot hij klaar is.',
  'run-already-under-way': 'Deze run is bezig, of wacht op zijn beurt.',
  'run-not-under-way': 'Deze run loopt niet.',
  'run-not-moved': 'Deze run wacht niet achter een andere.',
  'no-model-to-start-from': 'Er is geen model in gebruik waarvan een run kan uitgaan. Begin vanaf niets.',
  'run-finished': 'Deze run is klaar: er valt niets te hervatten.',
  'run-not-finished': 'Alleen een run die klaar is, heeft een model; deze is {{state, runState}}.',
  'run-proposed': 'Deze run is al eerder voorgedragen, als {{model}}.',
  'run-images-changed':
    'De beelden van deze run zijn niet meer die waarop is getraind en getest, of zijn anders verdeeld: wat het model ervan zegt zou niet het resultaat zijn. Zet ze terug, of train opnieuw.',
  'run-images-under-way': 'De beelden van deze run worden al gelezen.',
  'run-images-failed':
    'Een onverwachte fout. De details staan in het logboek van het programma, incident {{incident}}. Lees de beelden opnieuw.',
  'study-not-there': 'Deze studie is er niet.',
  'study-under-way': 'Er loopt een studie. Stop die, er kan later mee worden verdergegaan, of wacht tot die klaar is.',
  'study-not-under-way': 'Deze studie loopt niet.',
  'study-still-under-way': 'Deze studie loopt: stop die eerst.',
  'study-finished': 'Deze studie is klaar: alle trainingen zijn gedaan.',
  'study-needs-folders':
    '“{{dataset}}” bestaat uit bewaarde beelden, die met toestemming veranderen: een studie heeft mappen met beelden nodig die blijven.',
  'study-sealed':
    '“{{dataset}}” kwam via een browser en ligt verzegeld: een studie heeft mappen van deze computer nodig. Voeg de map toe met zijn pad.',
  'study-consent-ended_one':
    'De toestemming voor training is geëindigd voor {{count, number}} kind van deze studie: begin een nieuwe studie, die het weglaat.',
  'study-consent-ended_other':
    'De toestemming voor training is geëindigd voor {{count, number}} kinderen van deze studie: begin een nieuwe studie, die ze weglaat.',
  'study-cells-elsewhere_one':
    '{{count, number}} training heeft nog geen resultaat: een ander proces is ermee bezig. Ga verder als dat klaar is.',
  'study-cells-elsewhere_other':
    '{{count, number}} trainingen hebben nog geen resultaat: andere processen zijn ermee bezig. Ga verder als die klaar zijn.',
  'machine-busy': 'De computer is niet gemeten: er loopt een sessie, een run of een studie. Meet wanneer die klaar is.',
  'speed-not-measured': 'De computer is niet gemeten. Incident {{incident}} in het logboek heeft de details.',
  'pictures-removed': 'Een dataset van bewaarde beelden die deze run leest, is verwijderd: start een nieuwe run.',
  'pictures-no-consent': 'Voor geen enkel beeld van “{{dataset}}” geldt vandaag toestemming voor training.',
};

export const models: Translation<typeof englishModels> = {
  'not-there': 'Dit model is er niet.',
  'name-taken': 'Er is al een model met de naam {{model}}.',
  'approver-missing': 'Niet goedgekeurd: er is niet vermeld wie het goedkeurt. Noem die persoon.',
  'in-use': 'Niet goedgekeurd: model {{model}} is al in gebruik.',
  leaks_one:
    '{{count, number}} persoon van model {{model}} zit zowel in {{first}} als in {{second}}, waardoor de cijfers te gunstig ' +
    'zijn. Train het opnieuw met elke persoon in één deel.',
  leaks_other:
    '{{count, number}} personen van model {{model}} zitten zowel in {{first}} als in {{second}}, waardoor de cijfers te gunstig ' +
    'zijn. Train het opnieuw met elke persoon in één deel.',
  'leak-unknown':
    'Van de beelden is niet bekend wie erop staat, zodat niet kan worden aangetoond dat niemand zowel in de training als in ' +
    'de test zat.',
  'leak-start-unknown':
    'Het model waarvan het uitging, onthoudt zijn personen onder een sleutel die hier niet is, zodat niet kan worden aangetoond ' +
    'dat niemand zowel in de training als in de test zat.',
  'leak-here-unknown':
    'Het komt van elders en onthoudt zijn personen onder een sleutel die hier niet is, zodat niet kan worden aangetoond dat het ' +
    'met geen van de kinderen is getraind met wie het hier is getest.',
  'unmet-since':
    'Niet goedgekeurd: sinds deze voorwaarden zijn geopend, is er aan nog een andere niet meer voldaan. Bekijk ze opnieuw en ' +
    'schrijf de reden voor alle waaraan niet is voldaan.',
  'not-compared':
    'Model {{model}} moet op dezelfde beelden zijn vergeleken met {{approved}}, het model in gebruik; er is geen ' +
    'vergelijking. Vergelijk het nu.',
  'compared-with-another':
    'Model {{model}} moet op dezelfde beelden zijn vergeleken met {{approved}}, het model in gebruik; het is vergeleken met ' +
    '{{compared}}. Vergelijk het opnieuw.',
  'compared-with-earlier':
    'Model {{model}} is vergeleken met {{compared}} zoals het eerder was: de bestanden van het model in gebruik zijn nu ' +
    'andere. Vergelijk het opnieuw.',
  'no-fair-comparison':
    'Er is geen testbeeld over waarop een vergelijking met {{reference}} eerlijk zou zijn: dat model is met al deze kinderen ' +
    'getraind, of kent andere emoties. Train opnieuw met meer kinderen om op te testen.',
  'test-images-changed':
    'Model {{model}} kan niet opnieuw worden vergeleken: de testbeelden van {{dataset}} zijn er niet meer, of zijn niet die ' +
    'waarop het is getest. Zet ze terug zoals ze waren, of train het opnieuw.',
  'locked-images-changed':
    'Model {{model}} kan niet worden vergeleken: de testbeelden van {{dataset}} die een run van deze locatie apart heeft gezet, ' +
    'zijn er niet meer of zijn veranderd. Zet ze terug zoals ze waren, of train opnieuw: de testbeelden van de nieuwste run ' +
    'tellen als het model in gebruik er geen heeft.',
  'no-locked-test':
    'Model {{model}} is niet hier getraind, en nog geen run van deze locatie heeft testbeelden apart gezet waarop het kan ' +
    'worden vergeleken. Train eerst in het trainingslab een model met beelden van deze locatie: {{model}} wordt dan ' +
    'vergeleken op de testbeelden van die run.',
  'no-run': 'Model {{model}} is niet hier getraind: de testbeelden en de run ervan zijn niet op deze locatie.',
  'nobody-to-leave-out': 'Niemand met wie {{model}} is gemaakt, hoeft te worden weggelaten.',
  'nothing-to-compare-with': 'Er is geen model in gebruik: er valt niets te vergelijken.',
  'not-a-candidate': 'Model {{model}} is geen kandidaat meer.',
  'not-rejected': 'Model {{model}} is niet afgewezen.',
  'comparison-under-way': 'Model {{model}} wordt al vergeleken.',
  'comparison-not-under-way': 'Model {{model}} wordt niet vergeleken.',
  'comparison-unexpected':
    'De vergelijking eindigde op een manier die niet was voorzien. In het logboek is dit {{incident}}.',
  rejected: 'Niet goedgekeurd: model {{model}} is afgewezen. Neem het eerst weer in overweging.',
  'reason-missing': 'Niet goedgekeurd: schrijf op waarom {{model}} weer in gebruik gaat.',
  'too-few-children':
    'Te weinig kinderen om iets te kunnen zeggen: de cijfers berusten op {{found, number}} testkinderen, en deze locatie ' +
    'vraagt er {{wanted, number}}.',
  'children-unknown':
    'Van de beelden is niet bekend wie erop staat: op hoeveel kinderen het is getest, valt niet te zeggen, en deze locatie ' +
    'vraagt er {{wanted, number}}.',
  'may-be-worse':
    'Het kan slechter zijn dan {{approved}}: het interval van het verschil in gebalanceerde nauwkeurigheid begint bij ' +
    '{{low, points}} punten, en deze locatie vraagt meer dan {{bound, points}}.',
  'not-tested': 'Het is op geen enkel kind getest.',
  'not-above-trivial':
    'Er is niet aangetoond dat het beter is dan emoties noemen zonder te kijken: gebalanceerde nauwkeurigheid ' +
    '{{value, points}}%, interval vanaf {{low, points}}%; zonder te kijken {{trivial, points}}%.',
  'never-unsure':
    'Het zegt nooit “niet zeker”: de drempel is {{threshold, number(maximumFractionDigits: 2)}}, en de waarschijnlijkste ' +
    'emotie haalt altijd {{lowest, number(maximumFractionDigits: 2)}}.',
  'always-unsure': 'Het zegt “niet zeker” bij {{percent, number}}% van de testbeelden.',
  'withdrawn-children_one':
    'De toestemming om te trainen met de beelden van {{count, number}} kind waarmee het is gemaakt, is sindsdien ' +
    'ingetrokken. Train het opnieuw zonder die beelden.',
  'withdrawn-children_other':
    'De toestemming om te trainen met de beelden van {{count, number}} kinderen waarmee het is gemaakt, is sindsdien ' +
    'ingetrokken. Train het opnieuw zonder die beelden.',
  'expired-children_one':
    'De toestemming om te trainen met de beelden van {{count, number}} kind waarmee het is gemaakt, is sindsdien verlopen. ' +
    'Train het opnieuw zonder die beelden, of verleng de toestemming.',
  'expired-children_other':
    'De toestemming om te trainen met de beelden van {{count, number}} kinderen waarmee het is gemaakt, is sindsdien ' +
    'verlopen. Train het opnieuw zonder die beelden, of verleng de toestemming.',
  'own-model': '{{name}} heeft het getraind of voorgedragen. Een andere beheerder moet het goedkeuren.',
  'file-missing': '{{path}} kan niet worden gelezen; er werd een modelmap met {{file}} verwacht.',
  'file-too-large': '{{path}} is {{found, number}} bytes groot; er worden hoogstens {{most, number}} bytes gelezen.',
  'file-damaged': '{{path}} is beschadigd, of gemaakt door een andere versie van het programma. Zet een kopie terug.',
  'file-changed':
    '{{file}} in {{path}} is niet meer zoals het is geschreven: de SHA-256 is niet die in SHA256SUMS. Zet een kopie van de hele ' +
    'map terug.',
  'not-as-registered':
    'De bestanden van het model in {{path}} zijn niet die welke hier zijn vastgelegd: hun SHA-256 is {{found}}, vastgelegd is ' +
    '{{registered}}. Zet een kopie van de hele map terug, of ga terug naar een ander model.',
};
