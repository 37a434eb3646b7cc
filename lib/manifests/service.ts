import { fieldOf, isList, textOf, type JsonObject } from './json';
import { valueAt } from './field-path';
import { type Located, objectsAt, textsAt } from './field-value';
import { type Manifest } from './manifest';

/** Whether a Service has no address of its own: cluster DNS names its pods. */
export function isHeadless({ content }: Manifest): boolean {
  const spec = fieldOf(content, 'spec');
  const addresses = fieldOf(spec, 'clusterIPs');
  return textOf(spec, 'clusterIP') === 'None' || (isList(addresses) && addresses[0] === 'None');
}

/** The type of a Service: `ClusterIP` where nothing is said. */
export function serviceTypeOf({ content }: Manifest): string {
  const type = valueAt(content, ['spec', 'type']);
  return typeof type === 'string' && type !== '' ? type : 'ClusterIP';
}

/** The labels that a Service selects pods by; empty where it selects none. */
export function serviceSelectorOf({ content }: Manifest): Readonly<Record<string, string>> {
  return textsAt(content, ['spec', 'selector']);
}

/** The ports of a Service. */
export function servicePortsOf({ content }: Manifest): readonly Located<JsonObject>[] {
  return objectsAt(content, ['spec', 'ports']);
}
