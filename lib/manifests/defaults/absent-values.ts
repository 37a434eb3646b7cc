import { isList, isObject, type JsonObject, type JsonValue } from '../json';

const QUANTITIES: ReadonlySet<string> = new Set(['capacity', 'limits', 'overhead', 'requests']);

/** Fields whose keys are the user's own: nothing but nulls is dropped inside, and no keys are as good as no field. */
const MAPS: ReadonlySet<string> = new Set([
  ...QUANTITIES,
  ...['annotations', 'binaryData', 'data', 'labels', 'matchLabels', 'nodeSelector', 'options', 'stringData'],
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
  ...['restartPolicy', 'terminationMessagePath', 'terminationMessagePolicy', 'volumeName', 'divisor'],
  ...['minReadySeconds', 'podManagementPolicy', 'serviceName', 'whenDeleted', 'whenScaled'],
]);

/**
 * The object without what the API server takes for absent: nulls, empty lists and maps, and zeros of plain fields.
 * Empty objects stay: `securityContext: {}` is not the same as no securityContext.
 */
export function withoutAbsentValues(object: JsonObject): JsonObject {
  const entries = Object.entries(object)
    .filter(([field, value]) => !isAbsent(field, value))
    .map(([field, value]): [string, JsonValue] => [
      field,
      MAPS.has(field) ? withoutNulls(value) : cleaned(value),
    ]);
  return Object.fromEntries(entries);
}

/**
 * The object with each null in a map as the API server decodes it in a patch: an empty text, or the quantity 0. In a
 * manifest that creates an object, and in maps that a patch merges, null means that there is no such key.
 */
export function withDecodedNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      field,
      MAPS.has(field) && isObject(value)
        ? mapped(value, (entry) => entry ?? (QUANTITIES.has(field) ? '0' : ''))
        : decoded(value),
    ]),
  );
}

function decoded(value: JsonValue): JsonValue {
  if (isList(value)) {
    return value.map(decoded);
  }
  return isObject(value) ? withDecodedNulls(value) : value;
}

function mapped(object: JsonObject, entryOf: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, entryOf(value)]));
}

function withoutNulls(value: JsonValue): JsonValue {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : value;
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
    return MAPS.has(field) && Object.values(value).every((entry) => entry === null);
  }
  return PLAIN.has(field) && (value === '' || value === 0 || value === false);
}
