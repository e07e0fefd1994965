import spdxLicences from 'spdx-license-list/full.js';
import { type NpmBom, type NpmComponent, npmName } from './npm-bom.ts';
import { lockedPackages, readThirdPartyList } from './third-party-list.ts';

/** One text and the packages that carry it. */
export interface LicenceText {
  readonly packages: readonly string[];
  readonly text: string;
}

/**
 * The licence texts of every package of a bill that was made with them, each text once. A package without a file of
 * its licence gets the standard text of the one that it names; one that names several by AND gets each of them, and so
 * does one that leaves the choice, since nobody has to make it here.
 *
 * @throws RangeError if a licence has no standard text.
 */
export function licenceTexts({ components }: NpmBom): LicenceText[] {
  const licences = new Map(lockedPackages().map(({ name, version, licence }) => [`${name}@${version}`, licence]));
  const { unnamed } = readThirdPartyList();
  const packagesOf = new Map<string, Set<string>>();
  for (const component of components) {
    const name = npmName(component);
    const id = `${name}@${component.version}`;
    for (const text of textsOf(component, unnamed[name]?.licence ?? licences.get(id) ?? '')) {
      const hasFile = component.evidence?.licenses?.length;
      const by = hasFile || !component.author ? id : `${id} by ${component.author}`;
      packagesOf.set(text, (packagesOf.get(text) ?? new Set()).add(by));
    }
  }
  return [...packagesOf].map(([text, packages]) => ({ packages: [...packages].sort(), text }));
}

/** The texts as one file. */
export function licenceFile(texts: readonly LicenceText[]): string {
  const line = '='.repeat(100);
  const head =
    'Licences of the third-party software in this installation of Faceward. THIRD_PARTY_NOTICES.md lists what it is for.';
  return [head, ...texts.map(({ packages, text }) => `${packages.join('\n')}\n\n${text}`)].join(`\n\n${line}\n\n`);
}

function textsOf({ evidence }: NpmComponent, licence: string): string[] {
  const files = (evidence?.licenses ?? []).map(({ license }) => fromBase64(license.text.content));
  return files.length > 0 ? files : spdxIds(licence).map(standardText);
}

/** The ids in an SPDX expression. */
function spdxIds(expression: string): string[] {
  return expression.split(/\s+(?:AND|OR)\s+|[()]/).filter(Boolean);
}

function standardText(id: string): string {
  const text = spdxLicences[id]?.licenseText;
  if (!text) throw new RangeError(`an SPDX id with a standard text was expected; found "${id}"`);
  return `(No licence file comes with these packages; they name ${id}, whose standard text follows.)\n\n${text.trim()}`;
}

/** Without the differences between texts that only line ends and margins make. */
function fromBase64(content: string): string {
  return Buffer.from(content, 'base64').toString('utf8').replace(/\r\n?/g, '\n').trim();
}
