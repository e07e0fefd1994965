import {
  type LockedPackage,
  lockedPackages,
  type Other,
  readManifest,
  type ThirdPartyList,
  versionOf,
} from './third-party-list.ts';

/**
 * THIRD_PARTY_NOTICES.md: what of others' work the program is made of, with version, licence and, where the program names
 * it itself, purpose. Read from package-lock.json, so that it is the same on every machine.
 *
 * @throws RangeError if a direct dependency has no purpose, a purpose no dependency, or a package a licence that nobody
 *   has looked at; the message says which and what to do.
 */
export function thirdPartyNotices(list: ThirdPartyList): string {
  const direct = directDependencies(list.purposes);
  const packages = lockedPackages().map((each) => ({ ...each, licence: licenceOf(each, list) }));
  const isDirect = ({ name, version }: LockedPackage) => direct.get(name) === version;
  return [
    '# Third-party software',
    '',
    'Written by `npm run notices` from `package-lock.json` and `third-party/third-party.yaml`; a test holds it to both. The same',
    'command writes the texts of all licences of what is installed here to `out/third-party-licences.txt`, which belongs beside',
    'every copy of the program that is given out. `npm run sbom` writes a CycloneDX bill of materials.',
    '',
    '## What the program uses directly',
    '',
    '| package | version | licence | what for |',
    '| --- | --- | --- | --- |',
    ...packages
      .filter(isDirect)
      .map(({ name, version, licence, isOptional }) =>
        row(name, version, licence, `${list.purposes[name]}${isOptional ? ' (optional)' : ''}`),
      ),
    '',
    '## What is no npm package, or not one of production',
    '',
    '| what | version | licence | what for | remark |',
    '| --- | --- | --- | --- | --- |',
    ...list.others.map((each) =>
      row(each.name, otherVersion(each), each.licence, each.purpose, `${shippedWords(each)} ${each.remark}`),
    ),
    '',
    '## What these packages use in turn',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages
      .filter((each) => !isDirect(each))
      .map(({ name, version, licence, isOptional }) =>
        row(name, `${version}${isOptional ? ' (optional)' : ''}`, licence),
      ),
    '',
    'Optional: installed on some machines only, such as one build of a library for each kind of processor.',
    '',
    'The builds of libvips (@img/sharp-libvips-*) hold further libraries; the README.md in each names them and their licences.',
    '',
    ...Object.entries(list.unnamed).map(
      ([name, { licence, found }]) => `${name} does not name its licence; ${licence} was found in ${found}.`,
    ),
    '',
  ].join('\n');
}

/** The version of something that is no production dependency. */
export function otherVersion({ version, versionOf: name }: Other): string {
  return version ?? versionOf(name!);
}

/** The licence as the package writes it, or as it was found elsewhere. @throws RangeError if nobody has looked at it. */
function licenceOf({ name, version, licence }: LockedPackage, { accepted, unnamed }: ThirdPartyList): string {
  const found = unnamed[name]?.licence ?? licence;
  if (found && accepted.includes(found)) return found;
  throw new RangeError(
    `one of the licences that third-party.yaml accepts was expected of ${name} ${version}; found ${found ?? 'none'}. ` +
      'Look at it, then add it to "accepted" (or, where package.json names none, to "unnamed"), or do without the package',
  );
}

/** Name -> version. @throws RangeError if purposes and dependencies are not of the same packages. */
function directDependencies(purposes: Readonly<Record<string, string>>): Map<string, string> {
  const { dependencies, optionalDependencies } = readManifest();
  const direct = new Map(Object.entries({ ...dependencies, ...optionalDependencies }));
  const missing = [...direct.keys()].filter((name) => !Object.hasOwn(purposes, name));
  const stale = Object.keys(purposes).filter((name) => !direct.has(name));
  if (missing.length > 0) {
    throw new RangeError(`third-party.yaml has to say what for: found no purpose of ${missing.join(', ')}`);
  }
  if (stale.length > 0) {
    throw new RangeError(
      `third-party.yaml names what package.json does not use any more: ${stale.join(', ')}; take it out`,
    );
  }
  return direct;
}

function shippedWords({ shipped }: Other): string {
  return shipped ? 'Ships.' : 'Does not ship.';
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
