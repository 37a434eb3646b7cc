import { isList, isObject, type JsonObject, type JsonValue } from '../json';

/** Fields whose keys are the user's own: nothing inside is dropped, and no keys are as good as no field. */
const MAPS: ReadonlySet<string> = new Set([
  'annotations',
  'binaryData',
  'capacity',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'options',
  'overhead',
  'requests',
  'stringData',
  'volumeAttributes',
]);

/** Fields in which the API server does not tell 0, false or an empty text from an absent field. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['clusterIP', 'externalName', 'externalTrafficPolicy', 'healthCheckNodePort', 'loadBalancerIP'],
  ...['nodePort', 'protocol', 'publishNotReadyAddresses', 'sessionAffinity', 'targetPort', 'type'],
  ...['dnsPolicy', 'effect', 'fsType', 'hostIP', 'hostIPC', 'hostNetwork', 'hostPID', 'hostPort', 'hostname'],
  ...['imagePullPolicy', 'initialDelaySeconds', 'key', 'medium', 'nodeName', 'operator'],
  ...['failureThreshold', 'periodSeconds', 'successThreshold', 'timeoutSeconds', 'path', 'scheme', 'host'],
  ...['prefix', 'priorityClassName', 'readOnly', 'schedulerName', 'serviceAccount', 'serviceAccountName'],
  ...['stdin', 'stdinOnce', 'subPath', 'subPathExpr', 'subdomain', 'tty', 'value', 'workingDir', 'name'],
  ...['terminationMessagePath', 'terminationMessagePolicy', 'volumeName', 'divisor'],
  ...['minReadySeconds', 'podManagementPolicy', 'serviceName', 'whenDeleted', 'whenScaled'],
]);

/**
 * The object without what the API server takes for absent: nulls, empty lists and maps, and zeros of plain fields.
 * Empty objects stay: `securityContext: {}` is not the same as no securityContext.
 */
export function withoutAbsentValues(object: JsonObject): JsonObject {
  const entries = Object.entries(object)
    .filter(([field, value]) => !isAbsent(field, value))
    .map(([field, value]): [string, JsonValue] => [field, MAPS.has(field) ? value : cleaned(value)]);
  return Object.fromEntries(entries);
}

function cleaned(value: JsonValue): JsonValue {
  if (isList(value)) {
    return value.map(cleaned);
  }
  return isObject(value) ? withoutAbsentValues(value) : value;
}

function isAbsent(field: string, value: JsonValue): boolean {
  if (value === null) {
    return true;
  }
  if (isList(value)) {
    return value.length === 0;
  }
  if (isObject(value)) {
    return MAPS.has(field) && Object.keys(value).length === 0;
  }
  return PLAIN.has(field) && (value === '' || value === 0 || value === false);
}
