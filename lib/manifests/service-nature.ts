import { type ServiceNature } from '../kubernetes/service-fields';
import { serviceTypeIn } from './defaults/service-defaults';
import { fieldOf, isList, type JsonValue, textOf } from './json';

/** What decides which fields a Service with this spec takes. */
export function serviceNatureOf(spec: JsonValue | undefined): ServiceNature {
  const externalIPs = fieldOf(spec, 'externalIPs');
  return {
    type: serviceTypeIn(spec),
    hasExternalIPs: isList(externalIPs) && externalIPs.length > 0,
    isLocal: textOf(spec, 'externalTrafficPolicy') === 'Local',
  };
}
