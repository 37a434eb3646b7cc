import { fieldOf, givenText, isList, isObject, type JsonObject, type JsonValue, textOf } from '../json';

/** What the API server stores in the spec of a Service for fields that are not given. */
export const SERVICE_DEFAULTS = { type: 'ClusterIP', sessionAffinity: 'None' } as const;

/** The type of a Service, by its spec. */
export function serviceTypeIn(spec: JsonValue | undefined): string {
  return givenText(spec, 'type') ?? SERVICE_DEFAULTS.type;
}

/** Whether a Service with this spec has no address of its own: cluster DNS names its pods. */
export function isHeadlessIn(spec: JsonValue | undefined): boolean {
  const addresses = fieldOf(spec, 'clusterIPs');
  return textOf(spec, 'clusterIP') === 'None' || (isList(addresses) && addresses[0] === 'None');
}

/** What is filled in for the IP families of a Service that asks for none: all of them where others keep its endpoints. */
export function ipFamilyPolicyIn(spec: JsonObject): string {
  const selector = fieldOf(spec, 'selector');
  const selectsPods = isObject(selector) && Object.keys(selector).length > 0;
  return isHeadlessIn(spec) && !selectsPods ? 'RequireDualStack' : 'SingleStack';
}
