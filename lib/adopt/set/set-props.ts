import { usualSelectorOf } from '../../kubernetes/labels';
import { fieldOf, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { valueAt } from '../../manifests/field-path';
import {
  callOf,
  type Expression,
  list,
  literal,
  type Mapping,
  mappingOf,
  textMapping,
} from '../code/expression';
import { amountOf, durationOf, enumMember, given } from '../code/values';
import { countOf, flagOf, isSameMap, numberOf, objectsOf, textListOf, textMapOf } from '../fields';
import { type Refer } from './environment';

/** What the props of a set say of its governing Service. */
export type GoverningProps = Readonly<
  Record<'service' | 'serviceName' | 'headlessService' | 'existingServiceName', Expression | undefined>
>;

/** What the code of a set is told of its surroundings. */
export interface SetSurroundings {
  readonly governing: Partial<GoverningProps>;
  /** Undefined where the chart says it. */
  readonly namespace?: string;
  /** Whether an autoscaler that the code makes sets the number of pods. */
  readonly isAutoscaled: boolean;
  readonly refer: Refer;
}

/** The labels that a set selects its pods by. */
export function selectorOf(set: JsonObject): Readonly<Record<string, string>> {
  return textMapOf(valueAt(set, ['spec', 'selector']), 'matchLabels') ?? {};
}

/**
 * The props of a set.
 *
 * @param short the set without defaults
 * @param wanted the set with all that was written: whether `replicas` is there makes a difference
 */
export function setProps(
  short: JsonObject,
  wanted: JsonObject,
  surroundings: SetSurroundings,
): Mapping | undefined {
  const [metadata, spec] = [fieldOf(short, 'metadata'), fieldOf(short, 'spec')];
  const pod = valueAt(spec, ['template', 'spec']);
  const selector = selectorOf(short);
  const saysReplicas = valueAt(wanted, ['spec', 'replicas']) !== undefined;
  return mappingOf(
    {
      namespace: given(surroundings.namespace),
      labels: maybeTexts(textMapOf(metadata, 'labels')),
      annotations: maybeTexts(textMapOf(metadata, 'annotations')),
      selector: isUsualSelector(selector, textOf(metadata, 'name')) ? undefined : textMapping(selector),
      ...surroundings.governing,
      replicas: given(countOf(spec, 'replicas')),
      omitReplicas: given(!saysReplicas && !surroundings.isAutoscaled ? true : undefined),
      podManagementPolicy: enumMember('PodManagementPolicy', fieldOf(spec, 'podManagementPolicy')),
      updateStrategy: strategyOf(fieldOf(spec, 'updateStrategy')),
      minReady: durationOf(countOf(spec, 'minReadySeconds')),
      revisionHistoryLimit: given(countOf(spec, 'revisionHistoryLimit')),
      firstOrdinal: given(countOf(fieldOf(spec, 'ordinals'), 'start')),
      claimRetention: retentionOf(fieldOf(spec, 'persistentVolumeClaimRetentionPolicy')),
      podMetadata: podMetadataOf(valueAt(spec, ['template', 'metadata']), selector),
      serviceAccount: accountOf(pod, surroundings.refer),
      automountServiceAccountToken: given(flagOf(pod, 'automountServiceAccountToken')),
      terminationGracePeriod: durationOf(countOf(pod, 'terminationGracePeriodSeconds')),
      securityContext: securityOf(fieldOf(pod, 'securityContext')),
      dockerRegistryAuth: registryOf(pod, surroundings.refer),
      hostNetwork: given(flagOf(pod, 'hostNetwork')),
      hostAliases: aliasesOf(pod),
      dns: dnsOf(pod),
      pod: podOptions(pod),
      verbatim: literal(true),
    },
    { isExpanded: true },
  );
}

function isUsualSelector(selector: Readonly<Record<string, string>>, name = ''): boolean {
  return isSameMap(selector, usualSelectorOf(name));
}

function maybeTexts(texts: Readonly<Record<string, string>> | undefined): Mapping | undefined {
  return texts && textMapping(texts);
}

function strategyOf(strategy: JsonValue | undefined): Expression | undefined {
  if (textOf(strategy, 'type') === 'OnDelete') {
    return callOf('UpdateStrategy', 'onDelete');
  }
  const rolling = fieldOf(strategy, 'rollingUpdate');
  const options = mappingOf({
    partition: given(countOf(rolling, 'partition')),
    maxUnavailable: amountOf(fieldOf(rolling, 'maxUnavailable')),
  });
  return options === undefined && strategy === undefined
    ? undefined
    : callOf('UpdateStrategy', 'rollingUpdate', options);
}

function retentionOf(retention: JsonValue | undefined): Mapping | undefined {
  return mappingOf({
    whenDeleted: enumMember('ClaimRetentionPolicy', fieldOf(retention, 'whenDeleted')),
    whenScaled: enumMember('ClaimRetentionPolicy', fieldOf(retention, 'whenScaled')),
  });
}

/** The pods get the labels of the selector unasked. */
function podMetadataOf(
  metadata: JsonValue | undefined,
  selector: Readonly<Record<string, string>>,
): Mapping | undefined {
  const labels = Object.entries(textMapOf(metadata, 'labels') ?? {}).filter(
    ([key, value]) => selector[key] !== value,
  );
  return mappingOf({
    labels: labels.length > 0 ? textMapping(Object.fromEntries(labels)) : undefined,
    annotations: maybeTexts(textMapOf(metadata, 'annotations')),
  });
}

function accountOf(pod: JsonValue | undefined, refer: Refer): Expression | undefined {
  const name = textOf(pod, 'serviceAccountName') ?? textOf(pod, 'serviceAccount');
  return name === undefined ? undefined : refer('ServiceAccount', name);
}

function registryOf(pod: JsonValue | undefined, refer: Refer): Expression | undefined {
  const secrets = objectsOf(pod, 'imagePullSecrets');
  const name = textOf(secrets.at(0), 'name');
  return secrets.length === 1 && name !== undefined ? refer('Secret', name) : undefined;
}

function securityOf(security: JsonValue | undefined): Mapping | undefined {
  const sysctls = objectsOf(security, 'sysctls').map((sysctl) =>
    mappingOf({ name: given(textOf(sysctl, 'name')), value: given(textOf(sysctl, 'value')) }),
  );
  const complete = sysctls.filter((sysctl) => sysctl?.entries.length === 2);
  return mappingOf({
    user: given(numberOf(security, 'runAsUser')),
    group: given(numberOf(security, 'runAsGroup')),
    fsGroup: given(numberOf(security, 'fsGroup')),
    fsGroupChangePolicy: enumMember('FsGroupChangePolicy', fieldOf(security, 'fsGroupChangePolicy')),
    ensureNonRoot: given(flagOf(security, 'runAsNonRoot')),
    sysctls: complete.length > 0 ? list(complete.filter((sysctl) => sysctl !== undefined)) : undefined,
  });
}

function aliasesOf(pod: JsonValue | undefined): Expression | undefined {
  const aliases = objectsOf(pod, 'hostAliases').flatMap((alias) => {
    const [ip, names] = [textOf(alias, 'ip'), textListOf(alias, 'hostnames')];
    const props =
      ip && names && mappingOf({ ip: literal(ip), hostnames: list(names.map((name) => literal(name))) });
    return props === undefined || props === '' ? [] : [props];
  });
  return aliases.length > 0 ? list(aliases) : undefined;
}

function dnsOf(pod: JsonValue | undefined): Mapping | undefined {
  const config = fieldOf(pod, 'dnsConfig');
  const options = objectsOf(config, 'options').flatMap((option) => {
    const name = textOf(option, 'name');
    const props = name && mappingOf({ name: literal(name), value: given(textOf(option, 'value')) });
    return props === undefined || props === '' ? [] : [props];
  });
  const texts = (field: string): Expression | undefined => {
    const values = textListOf(config, field);
    return values && list(values.map((value) => literal(value)));
  };
  return mappingOf({
    policy: enumMember('DnsPolicy', fieldOf(pod, 'dnsPolicy')),
    hostname: given(textOf(pod, 'hostname')),
    subdomain: given(textOf(pod, 'subdomain')),
    hostnameAsFQDN: given(flagOf(pod, 'setHostnameAsFQDN')),
    nameservers: texts('nameservers'),
    searches: texts('searches'),
    options: options.length > 0 ? list(options) : undefined,
  });
}

/** Each option of a pod by the field that it sets. */
const POD_TEXTS = {
  priorityClassName: 'priorityClassName',
  preemptionPolicy: 'preemptionPolicy',
  schedulerName: 'schedulerName',
  runtimeClassName: 'runtimeClassName',
} as const;
const POD_FLAGS = {
  enableServiceLinks: 'enableServiceLinks',
  shareProcessNamespace: 'shareProcessNamespace',
  hostUsers: 'hostUsers',
  hostPid: 'hostPID',
  hostIpc: 'hostIPC',
} as const;

function podOptions(pod: JsonValue | undefined): Mapping | undefined {
  const texts = Object.entries(POD_TEXTS).map(([option, field]) => [option, given(textOf(pod, field))]);
  const flags = Object.entries(POD_FLAGS).map(([option, field]) => [option, given(flagOf(pod, field))]);
  const groups = fieldOf(fieldOf(pod, 'securityContext'), 'supplementalGroups');
  const gates = objectsOf(pod, 'readinessGates').flatMap((gate) => textOf(gate, 'conditionType') ?? []);
  const seccomp = fieldOf(fieldOf(pod, 'securityContext'), 'seccompProfile');
  const seccompType = enumMember('SeccompProfileType', fieldOf(seccomp, 'type'));
  const isNumbers = (value: JsonValue | undefined): value is readonly number[] =>
    Array.isArray(value) && value.every((element) => typeof element === 'number');
  return mappingOf({
    ...(Object.fromEntries([...texts, ...flags]) as Record<string, Expression | undefined>),
    nodeSelector: maybeTexts(textMapOf(pod, 'nodeSelector')),
    supplementalGroups: isNumbers(groups) ? list(groups.map((group) => literal(group))) : undefined,
    seccompProfile:
      seccompType &&
      mappingOf({ type: seccompType, localhostProfile: given(textOf(seccomp, 'localhostProfile')) }),
    readinessGates: gates.length > 0 ? list(gates.map((gate) => literal(gate))) : undefined,
  });
}
