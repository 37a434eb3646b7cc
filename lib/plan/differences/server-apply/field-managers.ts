import { fieldOf, isList, isObject, type JsonObject, textOf } from '../../../manifests/json';
import { LAST_APPLIED } from '../applied-before';
import { difference, fieldSet, type FieldSet, fieldStep, parseFields, union } from './field-set';

/** Who has set fields of an object. */
export interface FieldOwner {
  readonly name: string;
  /** Whether it applies, so that fields go that it no longer says; others only set them. */
  readonly isApplier: boolean;
  /** The subresource by which it has set them, such as `scale`. */
  readonly subresource?: string;
  /** The version of the API in whose words the fields are. */
  readonly apiVersion: string;
}

/** Who has set which fields of an object, as its `metadata.managedFields` say. */
export interface FieldManager extends FieldOwner {
  readonly fields: FieldSet;
}

/** The manager that kubectl is in server-side apply, unless it is told another name. */
export const KUBECTL = 'kubectl';

/** The manager that kubectl is in client-side apply. */
export const KUBECTL_CLIENT_SIDE = 'kubectl-client-side-apply';

/** The managers of an object; undefined where the object does not name any, as `kubectl get` leaves them out. */
export function managersOf(object: JsonObject): readonly FieldManager[] | undefined {
  const entries = fieldOf(fieldOf(object, 'metadata'), 'managedFields');
  return isList(entries) && entries.length > 0 ? entries.filter(isObject).map(managerOf) : undefined;
}

function managerOf(entry: JsonObject): FieldManager {
  const subresource = textOf(entry, 'subresource');
  return {
    name: textOf(entry, 'manager') ?? '',
    isApplier: textOf(entry, 'operation') === 'Apply',
    ...(subresource === undefined || subresource === '' ? {} : { subresource }),
    apiVersion: textOf(entry, 'apiVersion') ?? '',
    fields: parseFields(entry.fieldsV1),
  };
}

/** The manager that the next apply is of: who has applied the object so far, where only one has; else kubectl. */
export function applierOf(managers: readonly FieldManager[]): string {
  const appliers = new Set(
    managers
      .filter(({ isApplier, subresource }) => isApplier && subresource === undefined)
      .map(({ name }) => name)
      .filter((name) => name !== LAST_APPLIED_MANAGER),
  );
  return appliers.size === 1 ? [...appliers][0] : KUBECTL;
}

/** With this name kubectl keeps the annotation of client-side apply after it has gone over to server-side apply. */
const LAST_APPLIED_MANAGER = 'kubectl-last-applied';

/** Whether it is the manager that applies under a name. */
export function isThe({ name, isApplier, subresource }: FieldManager, applier: string): boolean {
  return isApplier && subresource === undefined && name === applier;
}

/**
 * The managers once kubectl has gone over from client-side apply: what was set by the one that keeps the annotation of
 * client-side apply belongs to the applier. Undefined where there is nothing to go over from.
 */
export function migrated(
  managers: readonly FieldManager[],
  applier: string,
): readonly FieldManager[] | undefined {
  const clientSide = managers.filter(
    ({ isApplier, subresource, fields }) => !isApplier && subresource === undefined && ownsAnnotation(fields),
  );
  const target = managers.find((manager) => isThe(manager, applier)) ?? clientSide.at(0);
  if (clientSide.length === 0 || target === undefined) {
    return undefined;
  }
  const fields = clientSide
    .filter(({ apiVersion }) => apiVersion === target.apiVersion)
    .reduce((all, manager) => union(all, manager.fields), target.fields);
  const others = managers.filter((manager) => manager !== target && !clientSide.includes(manager));
  return [...others, { name: applier, isApplier: true, apiVersion: target.apiVersion, fields }];
}

function ownsAnnotation({ children }: FieldSet): boolean {
  const annotations = children.get(fieldStep('metadata'))?.children.get(fieldStep('annotations'));
  return annotations?.members.has(fieldStep(LAST_APPLIED)) ?? false;
}

const WRITTEN_BY_SERVER = fieldSet(['apiVersion', 'kind', 'status'].map(fieldStep), [
  [
    fieldStep('metadata'),
    fieldSet(
      [
        ...['name', 'namespace', 'creationTimestamp', 'selfLink', 'uid', 'clusterName', 'generation'],
        ...['managedFields', 'resourceVersion'],
      ].map(fieldStep),
      [],
    ),
  ],
]);

/** The fields without those that nobody owns: what tells the object, what the API server alone writes, and its status. */
export function ownable(fields: FieldSet): FieldSet {
  const rest = difference(fields, WRITTEN_BY_SERVER);
  return fieldSet(
    rest.members,
    [...rest.children].filter(([step]) => step !== fieldStep('status')),
  );
}

/** The manager in the words of the API server: `"kubectl" with subresource "scale" using apps/v1`. */
export function ownerText({ name, subresource, isApplier, apiVersion }: FieldOwner): string {
  const by = subresource === undefined ? '' : ` with subresource ${JSON.stringify(subresource)}`;
  return `${JSON.stringify(name)}${by}${isApplier ? '' : ` using ${apiVersion}`}`;
}
