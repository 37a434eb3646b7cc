import { type Cause, type PlainCode, type ReplacedSetCause, type ValueCause } from '../policy/cause';
import { releaseText } from '../../kubernetes/kubernetes-version';
import { ApplyMode } from '../apply-mode';
import { ownerText } from '../differences/server-apply/field-managers';
import { type NameList } from '../rollout/ordinal-range';
import { nameList } from '../../text/name-list';
import { paceText } from './pace-text';
import { waitedPodText } from '../../text/waited-pod-text';

/** What happens and why, as a sentence without full stop; for a fault, what is wrong and how to fix it. */
export function reasonText(cause: Cause): string {
  if ('fault' in cause) {
    return `${cause.fault.message}; ${cause.fault.fix}`;
  }
  return isPlain(cause) ? SENTENCES[cause.code] : sentenceOf(cause);
}

function isPlain(cause: { readonly code: string }): cause is { readonly code: PlainCode } {
  return Object.hasOwn(SENTENCES, cause.code);
}

function sentenceOf(cause: ValueCause): string {
  switch (cause.code) {
    case 'API_VERSION_NOT_SERVED':
      return `Kubernetes ${cause.kubernetesVersion} serves no ${cause.kind} in ${cause.apiVersion}: nothing of the object is applied; write it in a version that is served`;
    case 'DATA_IMMUTABLE':
      return `an immutable ${cause.kind} cannot be changed; give the new one another name`;
    case 'FIELD_CONFLICT': {
      const owners = cause.managers.map(ownerText).join(' and ');
      return `${owners} has set the field, and the apply is refused as a whole; leave the field out of the manifest, or take it over with --force-conflicts, as Flux always does and Argo CD unless told otherwise`;
    }
    case 'FIELD_DROPPED':
      return `Kubernetes ${cause.kubernetesVersion} silently drops the field; it is kept since ${cause.keptSince ?? 'later versions'}`;
    case 'FIRST_ORDINAL_MOVES_DATA': {
      const fate =
        cause.deletedClaims.count > 0
          ? `and, because whenScaled is Delete, ${listed(cause.deletedClaims)} are deleted with all data`
          : 'and their claims stay with their data';
      return `creates pods with new ordinals and empty claims, then removes ${listed(cause.removed)}, ${fate}`;
    }
    case 'LIST_KEY_REPEATED':
      return `the API server refuses the apply (${cause.message}): with server-side apply each element of this list has a key of its own; leave one of them`;
    case 'MAX_UNAVAILABLE_HONOURED':
      return `Kubernetes ${releaseText(cause.release)} does as the field says, which the version before dropped: from the next apply on a rollout replaces so many pods at once`;
    case 'MAX_UNAVAILABLE_IGNORED':
      return `Kubernetes ${releaseText(cause.release)} does not do as the field says: rollouts replace one pod at a time again`;
    case 'MERGE_KEY_MISSING':
      return `kubectl apply fails (${cause.message}): it finds elements of the list by this field; give each element one`;
    case 'MERGE_KEY_REPEATED':
      return 'message' in cause
        ? `kubectl apply fails (${cause.message}): it finds elements of a list by a key that several of them share; take them out in one apply and add them in the next`
        : `kubectl apply cannot make this change: it merges the list by ${cause.keyField}, and takes elements with the same ${cause.keyField} for one; ${cause.keyField.endsWith('ort') ? 'use server-side apply, which tells them apart by their protocols, or ' : ''}take the elements out in one apply and add them all in the next`;
    case 'OBJECT_ADDED':
      return `${cause.kind} is created`;
    case 'PARTITION_LOWERED':
    case 'STRATEGY_RESUMES':
      return `restarts ${listed(cause.restarted)} where they still have an earlier template, ${paceText(cause.pace)}`;
    case 'REPLICAS_DOWN': {
      const stay = cause.keptClaims.count > 0 ? `; ${listed(cause.keptClaims)} stay with their data` : '';
      return `removes ${listed(cause.removed)}${stay}`;
    }
    case 'REPLICAS_DOWN_DELETES_DATA':
      return `removes ${listed(cause.removed)} and, because whenScaled is Delete, deletes ${listed(cause.deletedClaims)} with all data`;
    case 'REPLICAS_RESET':
      return cause.mode === ApplyMode.SERVER
        ? `the new manifest omits replicas, and no other field manager has set it, so the API server sets it to 1: removes ${listed(cause.removed)}; write the number, or first let another field manager apply it: kubectl apply --server-side --field-manager=autoscaling of the set with nothing but replicas`
        : `the new manifest omits replicas, so the API server sets it to 1: removes ${listed(cause.removed)}; write the number, or hand the field over to the autoscaler first with kubectl apply edit-last-applied`;
    case 'REPLICAS_UP':
      return `adds ${listed(cause.added)}`;
    case 'REPLICAS_UP_REUSES_DATA':
      return `adds ${listed(cause.added)}; ${listed(cause.reusedClaims)} are left from an earlier, larger set and are reused with their old data: delete them first if the application cannot use it`;
    case 'RETENTION_ARMED':
      return cause.field === 'whenDeleted'
        ? 'from now on, deleting the set deletes all its claims and their data'
        : 'from now on, scaling down, also by an autoscaler, deletes the claims of the removed pods';
    case 'REVISION_MADE_ANEW':
      return cause.restarted.count > 0
        ? `the controller of Kubernetes ${releaseText(cause.release)} takes the template for another one although nothing changed (kubernetes/kubernetes#${cause.issue}): restarts ${listed(cause.restarted)}, ${paceText(cause.pace)}; a later patch does not`
        : `the controller of Kubernetes ${releaseText(cause.release)} takes the template for another one although nothing changed (kubernetes/kubernetes#${cause.issue}): pods get it when they are deleted`;
    case 'LIVE_PODS_TOO_MANY':
      return `the rollout of more than ${cause.limit} pods is not played through: the plan takes every pod for ready, whatever the cluster has`;
    case 'ROLLING_UPDATE_LEFT_OVER':
      return cause.mode === ApplyMode.SERVER
        ? 'the rollingUpdate that the API server filled in belongs to no field manager and stays, also beside `rollingUpdate: null`, and OnDelete does not allow it; apply type RollingUpdate with `rollingUpdate: {partition: 0}` first, and OnDelete without it in the next apply'
        : 'kubectl apply keeps the rollingUpdate that the API server filled in, and OnDelete does not allow it; write `rollingUpdate: null` next to the type';
    case 'ROLLOUT_STUCK':
      return `by itself this does not get past ${waitedPodText(cause.stuckOn)}: the rollout of the set is stuck there`;
    case 'SET_MOVED':
    case 'SET_RENAMED':
      return replacedText(cause);
    case 'UNREADY_PODS_BLOCK':
      return `with Parallel, the controller of Kubernetes ${releaseText(cause.release)} counts broken pods of an old template as unavailable, so that a fix is not rolled out (kubernetes/kubernetes#${cause.issue}); a later patch does`;
    case 'TEMPLATE_RESTARTS':
      return `restarts ${listed(cause.restarted)}, ${paceText(cause.pace)}`;
  }
}

function replacedText({ code, replacement, claims, areClaimsDeleted }: ReplacedSetCause): string {
  const field = code === 'SET_MOVED' ? 'namespace' : 'name';
  const [are, stay] = claims.count === 1 ? ['is', 'stays'] : ['are', 'stay'];
  const fate = areClaimsDeleted ? `${are} deleted with the old one, with all data` : `${stay} behind`;
  const data =
    claims.count > 0
      ? `it starts with new, empty claims, and ${listed(claims)} ${fate}`
      : 'peers that know the old DNS names no longer find it';
  return `for Kubernetes ${replacement} is another set: ${data}; the old set keeps running next to it until it is deleted or pruned. Keep the old ${field}, or move the volumes with the migration procedure`;
}

function listed({ names, count }: NameList): string {
  return nameList(names, count);
}

/** The sentences of the codes that say everything by themselves. */
const SENTENCES: Readonly<Record<PlainCode, string>> = {
  API_VERSION_CHANGED: 'the API server serves the same object in each of its versions',
  AUTOSCALER_CHANGED: 'the autoscaler reacts within seconds, and may add or remove pods',
  BUDGET_CHANGED: 'from now on the new limit holds for evictions; rolling updates ignore it',
  CLAIM_CLASS_CHANGED: 'the driver changes the volume while it is in use',
  CLAIM_CLASS_GIVEN: 'a claim without a storage class may be given one',
  CLAIM_GROWN:
    'the volume grows if its storage class has allowVolumeExpansion; otherwise the API server rejects it',
  CLAIM_GROWTH_REDUCED: 'the volume has not grown to the old size yet, and grows to this smaller one instead',
  CLAIM_IMMUTABLE: 'only the size of a claim can be changed; create a new claim and copy the data',
  CLAIM_REMOVED: 'kubectl apply keeps the claim, but a tool that prunes deletes it with its data',
  CLAIM_SHRUNK: 'a volume cannot shrink; keep the size, or copy the data into a new claim',
  CLAIM_TEMPLATE_ADDED:
    'claim templates cannot be changed; replace the set around its pods, then delete the pods one by one: a running pod never gets another volume',
  CLAIM_TEMPLATE_GROWN:
    'claim templates cannot be changed; grow each claim, then replace the set around its running pods',
  CLAIM_TEMPLATE_IMMUTABLE:
    'claim templates cannot be changed, nor their labels, annotations and order; undo this, or replace the set around its running pods',
  CLAIM_TEMPLATE_REMOVED:
    'claim templates cannot be changed; replace the set around its pods: the claims stay with their data, unused',
  CLAIM_TEMPLATE_SHRUNK:
    'claim templates cannot be changed, and a volume cannot shrink; keep the size, or copy the data into new claims',
  CLAIM_UNBOUND:
    'a claim without a volume cannot be changed; wait until it has one, or delete the claim and apply it again',
  CLAIM_VOLUME_GIVEN: 'an unbound claim may be given a volume',
  CLAIM_VOLUME_IMMUTABLE:
    'a claim that has a volume keeps it; only an unbound claim may be given a volume by name',
  CLUSTER_IP_IMMUTABLE:
    'neither the address of a Service nor whether it is headless can be changed; delete the Service and apply it again',
  DATA_CHANGED:
    'pods see changed files within minutes, but changed environment variables only after a restart, which this change does not cause',
  FIELD_CHANGED: 'plan does not know what a change of this field does',
  FIELD_OWNERS_UNKNOWN:
    'what a server-side apply removes and refuses depends on who has set which field, and this object does not say it: get it with --show-managed-fields',
  FINALIZERS_CHANGED: 'once deleted, the object stays until every finalizer is removed',
  FIRST_ORDINAL_MOVED:
    'pods with new ordinals are created first, then those outside the new range are removed',
  HEADLESS_SERVICE_EXPOSED:
    'a headless Service has type ClusterIP; keep it for the names of the pods, and add a second Service for clients',
  HISTORY_LIMIT_CHANGED: 'more or fewer old revisions are kept',
  HISTORY_LIMIT_IMMUTABLE:
    'before Kubernetes 1.33 revisionHistoryLimit cannot be changed; replace the set around its running pods',
  IP_FAMILY_IMMUTABLE:
    'the first IP family of a Service cannot be changed; delete the Service and apply it again',
  MAX_UNAVAILABLE_CHANGED: 'from the next rollout on a different number of pods is replaced at once',
  METADATA_CHANGED: 'metadata of the object itself changes at once, and no pod restarts',
  MIN_READY_SECONDS_CHANGED: 'changes at once which pods count as available; no pod restarts',
  OBJECT_CHANGED: 'plan analyses sets, Services, claims, disruption budgets and autoscalers, not this kind',
  OBJECT_REMOVED: 'kubectl apply keeps the object; a tool that prunes deletes it',
  OWNERS_CHANGED: 'the object and everything that it owns are deleted as soon as none of its owners exists',
  PARTITION_CHANGED: 'from now on a different number of pods, counted from the first, keeps the old template',
  POD_MANAGEMENT_IMMUTABLE: 'podManagementPolicy cannot be changed; replace the set around its running pods',
  RETENTION_CHANGED: 'the controller changes the owner references of the claims; no pod restarts',
  SELECTOR_IMMUTABLE:
    'the selector of a set cannot be changed; keep it, or relabel the pods and replace the set around them',
  SERVICE_CHANGED: 'takes effect at once; no pod restarts',
  SERVICE_NAME_IMMUTABLE:
    'serviceName cannot be changed; keep it, or replace the set around its pods and restart them',
  SERVICE_SELECTOR_CHANGED: 'the DNS names and the traffic move to other pods at once',
  SET_REMOVED:
    'kubectl apply keeps the set running; a tool that prunes deletes it and all its pods at once, and its claims stay',
  SET_REMOVED_DELETES_DATA:
    'kubectl apply keeps the set running, but a tool that prunes deletes it and, because whenDeleted is Delete, its claims',
  STRATEGY_CHANGED: 'the next change of the template is rolled out with the new strategy',
  TEMPLATE_CHANGED: 'only pods that are created from now on use the new template',
  TEMPLATE_WAITS: 'with OnDelete a pod keeps the old template until somebody deletes the pod',
};
