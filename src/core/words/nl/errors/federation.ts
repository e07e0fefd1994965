import type { federation as english } from '../../en/errors/federation.ts';
import type { Translation } from '../../translation.ts';

export const federation: Translation<typeof english> = {
  'file-unreadable':
    'Het federatiebestand {{file}} kan niet worden gelezen: {{why}}. Geef het pad van het bestand dat deze locatie heeft geschreven.',
  'file-not-json': 'Het federatiebestand {{file}} is geen JSON. Verbeter het, of schrijf het opnieuw.',
  'file-wrong':
    'In het federatiebestand {{file}} werd {{field}} anders verwacht: {{why}}. Verbeter het; docs/federation.md zegt wat elk mag zijn.',
  'file-unknown-keys':
    'Het federatiebestand {{file}} bevat wat het niet mag bevatten: {{keys}}. Alleen de bekende namen worden gelezen, zodat er ' +
    'niets ongemerkt in staat. Haal ze eruit.',
  'dataset-missing': 'De beelden van deze locatie staan geen ronde toe: {{why}} Er is niets getraind.',
  'consents-missing':
    'Niemand zegt voor welke kinderen van “{{dataset}}” een toestemming geldt om een model te delen. In het programma bevestigt een ' +
    'beheerder de federatie, en dan tellen de toestemmingen; noem zonder locatie een bestand met één code per regel als “mayShare” ' +
    'in het federatiebestand. Beelden waarop niemand echt is, zeggen dat in dataset.yaml.',
  'consents-unreadable':
    'De lijst van kinderen die mogen meedoen, {{file}}, kan niet worden gelezen: {{why}}. Zet haar op haar plaats.',
  'no-consent':
    'Voor geen van de {{children, number}} kinderen van de beelden van deze locatie geldt vandaag een toestemming om een model te delen ' +
    'dat met hen is getraind. Er is niets getraind. Vraag het hun families.',
  'withdrawn-child_one':
    '{{count, number}} kind waarmee een eerdere ronde is getraind, mag niet meer meedoen: wat ervan is geleerd, zit in deze gewichten. Het ' +
    'aandeel van deze locatie eindigt tot de federatie opnieuw begint vanuit een model dat zonder dit kind is getraind ' +
    '(docs/federation.md).',
  'withdrawn-child_other':
    '{{count, number}} kinderen waarmee eerdere rondes zijn getraind, mogen niet meer meedoen: wat van hen is geleerd, zit in deze ' +
    'gewichten. Het aandeel van deze locatie eindigt tot de federatie opnieuw begint vanuit een model dat zonder hen is getraind ' +
    '(docs/federation.md).',
  'weights-unreadable':
    'De gewichten {{file}} kunnen niet worden gelezen: {{why}}. Vraag ze opnieuw aan de coördinator.',
  'weights-misfit':
    'De gewichten passen niet in het net van deze locatie: van {{tensor}} werd {{wanted}} verwacht, en {{found}} gevonden. Alle locaties ' +
    'moeten vanuit hetzelfde model beginnen.',
  'weights-impossible':
    'De gewichten bevatten wat geen training achterlaat: {{why}}. Vraag ze opnieuw aan de coördinator.',
  'start-holds_one':
    'Het model waarvan de federatie zou uitgaan, is gemaakt met {{count, number}} kind waarvoor vandaag geen toestemming geldt om een ' +
    'model te delen. Train het opnieuw zonder, of vraag het de familie.',
  'start-holds_other':
    'Het model waarvan de federatie zou uitgaan, is gemaakt met {{count, number}} kinderen waarvoor vandaag geen toestemming geldt om ' +
    'een model te delen. Train het opnieuw zonder hen, of vraag het hun families.',
  'stopped-otherwise':
    'Wat eerder werd gestopt, was een andere ronde, of een met een andere rekenmachine of andere beelden: deze begint opnieuw.',
  'report-wrong':
    'Het verslag van de federatie, {{file}}, is niet zoals een coördinator het schrijft: {{why}}. Vraag het opnieuw aan de coördinator.',
  'report-of-others':
    'De gewichten {{file}} zijn niet die welke het verslag van de federatie noemt. Vraag beide opnieuw aan de coördinator.',
  'not-confirmed':
    'Geen beheerder van deze locatie heeft het federatiebestand {{file}} bevestigd. Daarvoor wordt er niets getraind of verstuurd: open het Training Lab, “Meerdere locaties”.',
  'confirmed-otherwise':
    'Het federatiebestand {{file}} is niet zoals een beheerder het heeft bevestigd. Er wordt niets getraind of verstuurd voordat het opnieuw is bevestigd: open het Training Lab, “Meerdere locaties”.',
  'two-lists':
    'Het federatiebestand {{file}} noemt een lijst van kinderen als “mayShare”, en de gegevensmap ervan is een locatie, waarvan de eigen toestemmingen tellen. Haal de lijst eruit.',
  'start-may-not-leave':
    'Het model in gebruik, {{model}}, mag deze locatie niet verlaten: niet voor elk kind waarmee het is gemaakt, geldt een toestemming om een model te delen. Noem een ander model als “model” in het federatiebestand, of train het opnieuw zonder.',
  'other-data':
    'Het federatiebestand {{file}} heeft {{found}} als gegevensmap; die van deze locatie is {{wanted}}. Verbeter “data” erin.',
  'changed-meanwhile':
    'Het federatiebestand {{file}} is anders dan toen het werd bekeken. Bekijk het opnieuw, en bevestig dan.',
  'none-joined': 'Deze locatie doet aan geen federatie mee.',
  'no-round-file': 'Dit is geen bestand van een ronde, of een niet-ondertekend. Vraag het opnieuw aan wie het maakte.',
  'round-file-changed':
    'Het bestand van de ronde is niet zoals het is ondertekend. Er is niets van gebruikt. Vraag het opnieuw, en hoe het is veranderd.',
  'round-file-foreign':
    'Het bestand van de ronde is met een andere sleutel ondertekend dan is opgegeven: {{found}} in plaats van {{wanted}}. Er is niets van gebruikt.',
  'round-file-other':
    'Het bestand is van een andere ronde of taak dan gevraagd: {{wanted}} werd verwacht, en {{found}} gevonden.',
  'no-key': 'Een privésleutel (Ed25519, PEM) werd verwacht om de ronde te ondertekenen; {{file}} bevat er geen.',
};
