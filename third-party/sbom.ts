import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { otherVersion } from './notices.ts';
import { type NpmBom, SPEC_VERSION } from './npm-bom.ts';
import { type Other, readThirdPartyList } from './third-party-list.ts';

/**
 * The program's bill of materials, in CycloneDX's JSON: what npm installed here for production, and what else ships, of
 * which Electron, with the browser in it, is what a security department asks for first.
 *
 * @throws Error if it does not fit CycloneDX's schema; the message says where.
 */
export async function sbom(npm: NpmBom): Promise<string> {
  const bom = withOthers(npm, readThirdPartyList().others);
  const text = `${JSON.stringify(bom, null, 2)}\n`;
  const fault = await schemaFault(text);
  if (fault) throw new Error(`the bill of materials does not fit CycloneDX ${SPEC_VERSION}: ${fault}`);
  return text;
}

/** What is wrong with a bill of materials by CycloneDX's own schema, or null. */
export async function schemaFault(text: string): Promise<string | null> {
  const error = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  return error === null ? null : JSON.stringify(error);
}

function withOthers(bom: NpmBom, others: readonly Other[]): NpmBom {
  const shipped = others.filter(({ shipped }) => shipped).map((other) => ({ other, version: otherVersion(other) }));
  const root = bom.metadata.component['bom-ref'];
  const refs = shipped.map(({ other, version }) => refOf(other, version));
  return {
    ...bom,
    components: [...bom.components, ...shipped.map(({ other, version }) => componentOf(other, version))],
    dependencies: [
      ...bom.dependencies.map((each) =>
        each.ref === root ? { ...each, dependsOn: [...(each.dependsOn ?? []), ...refs] } : each,
      ),
      ...refs.map((ref) => ({ ref })),
    ],
  };
}

function componentOf(other: Other, version: string) {
  const { type, name, licence, purpose, remark, purl } = other;
  return {
    type,
    name,
    version,
    'bom-ref': refOf(other, version),
    description: `${purpose}. ${remark}`,
    licenses: [{ license: { id: licence } }],
    ...(purl ? { purl: `${purl}@${version}` } : {}),
  };
}

function refOf({ name }: Other, version: string): string {
  return `${name}@${version}`;
}
