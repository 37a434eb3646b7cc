import { type ServiceNature } from '../kubernetes/service-fields';
import { fieldOf, isList, type JsonValue, textOf } from './json';

/** What decides which fields a Service takes: `ClusterIP` where its spec names no type. */
export function serviceNatureOf(spec: JsonValue | undefined): ServiceNature {
  const type = textOf(spec, 'type');
  const externalIPs = fieldOf(spec, 'externalIPs');
  return {
    type: type === undefined || type === '' ? 'ClusterIP' : type,
    hasExternalIPs: isList(externalIPs) && externalIPs.length > 0,
    isLocal: textOf(spec, 'externalTrafficPolicy') === 'Local',
  };
}
