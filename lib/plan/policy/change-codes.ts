import { Effect } from './effect';

/** What a code of a change says. */
export interface ChangeDescription {
  /** What changes, as a sentence without full stop. */
  readonly meaning: string;
  /** What such a change can do to what runs. */
  readonly effects: readonly Effect[];
  /** How it goes on: what happens next, or what a person does about it. A sentence without full stop. */
  readonly next: string;
}

const { DATA_AT_RISK, IN_PLACE, NONE, REJECTED, ROLLING_RESTART } = Effect;

/**
 * Every code of a change: it means one thing, and tools tell changes apart by it. A fault of the new manifest bears the
 * code of the rule of `check` that finds it, which is not repeated here. The page of all changes is made from this.
 */
export const CHANGE_CODES = {
  API_VERSION_CHANGED: {
    meaning: 'the apiVersion of an object changes',
    effects: [NONE],
    next: 'nothing is to be done: the API server stores one and the same object',
  },
  AUTOSCALER_CHANGED: {
    meaning: 'an autoscaler changes',
    effects: [IN_PLACE],
    next: 'it takes effect within seconds, and may add or remove pods',
  },
  BUDGET_CHANGED: {
    meaning: 'a disruption budget changes',
    effects: [IN_PLACE],
    next: 'it takes effect with the next eviction',
  },
  CLAIM_CLASS_CHANGED: {
    meaning: 'a claim gets another volumeAttributesClassName',
    effects: [IN_PLACE],
    next: 'the driver changes the volume while it is in use; before Kubernetes 1.34 the API server drops the field',
  },
  CLAIM_CLASS_GIVEN: {
    meaning: 'a claim without a storage class is given one',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  CLAIM_GROWN: {
    meaning: 'a claim asks for more storage',
    effects: [IN_PLACE],
    next: 'the volume grows where its storage class allows expansion; otherwise the API server rejects the apply',
  },
  CLAIM_GROWTH_REDUCED: {
    meaning: 'a claim asks for less storage than before, and its volume has not grown to that size yet',
    effects: [IN_PLACE],
    next: 'the volume grows to the smaller size instead; before Kubernetes 1.32 the API server rejects the apply',
  },
  CLAIM_IMMUTABLE: {
    meaning: 'a claim changes in a field that never changes',
    effects: [REJECTED],
    next: 'take the change back, or create another claim and copy the data',
  },
  CLAIM_REMOVED: {
    meaning: 'a claim is no longer among the manifests',
    effects: [DATA_AT_RISK],
    next: 'kubectl apply leaves it alone; make sure that no tool prunes it while its data is needed',
  },
  CLAIM_SHRUNK: {
    meaning: 'a claim asks for less storage',
    effects: [REJECTED],
    next: 'keep the size, or copy the data into another claim',
  },
  CLAIM_TEMPLATE_ADDED: {
    meaning: 'a set gets another claim template',
    effects: [REJECTED],
    next: 'the migration procedure recreates the set around its pods, and the pods one by one',
  },
  CLAIM_TEMPLATE_GROWN: {
    meaning: 'a claim template asks for more storage',
    effects: [REJECTED],
    next: 'the migration procedure grows the claims, and recreates the set around its pods',
  },
  CLAIM_TEMPLATE_IMMUTABLE: {
    meaning: 'a claim template changes in another field than its size',
    effects: [REJECTED],
    next: 'take the change back, or let the migration procedure recreate the set around its pods: claims that exist stay as they are',
  },
  CLAIM_TEMPLATE_REMOVED: {
    meaning: 'a set loses a claim template',
    effects: [REJECTED],
    next: 'the migration procedure recreates the set around its pods; the claims stay with their data',
  },
  CLAIM_TEMPLATE_SHRUNK: {
    meaning: 'a claim template asks for less storage',
    effects: [REJECTED],
    next: 'keep the size: no volume shrinks. A person has to copy the data into a second set',
  },
  CLAIM_UNBOUND: {
    meaning: 'a claim changes before it has a volume',
    effects: [REJECTED],
    next: 'wait until the claim has a volume, or delete it and apply it again',
  },
  CLAIM_VOLUME_GIVEN: {
    meaning: 'a claim without a volume is given one by its name',
    effects: [IN_PLACE],
    next: 'the claim is bound to the volume',
  },
  CLAIM_VOLUME_IMMUTABLE: {
    meaning: 'a claim that has a volume is given one by its name',
    effects: [REJECTED],
    next: 'take the change back: the claim keeps its volume',
  },
  CLUSTER_IP_IMMUTABLE: {
    meaning: 'a Service changes its address, or whether it is headless',
    effects: [REJECTED],
    next: 'the migration procedure deletes the Service and creates it again',
  },
  DATA_CHANGED: {
    meaning: 'the data of a ConfigMap or Secret changes',
    effects: [IN_PLACE],
    next: 'pods see new files within minutes; restart them for new environment variables',
  },
  DATA_IMMUTABLE: {
    meaning: 'the data of an immutable ConfigMap or Secret changes',
    effects: [REJECTED],
    next: 'give the object another name',
  },
  FIELD_CHANGED: {
    meaning: 'a field changes of which plan knows no more than that',
    effects: [IN_PLACE],
    next: 'look it up in the documentation of Kubernetes',
  },
  FIELD_CONFLICT: {
    meaning: 'a server-side apply would change a field that another field manager has set',
    effects: [REJECTED],
    next: 'take the field out of the manifest, or take it over with --force-conflicts, as Flux always does and Argo CD unless told otherwise',
  },
  FIELD_DROPPED: {
    meaning: 'a field changes that the API server of this version drops',
    effects: [NONE],
    next: 'nothing happens before the cluster has a version that keeps the field',
  },
  FIELD_OWNERS_UNKNOWN: {
    meaning:
      'a server-side apply depends on who has set which field, and the object of the cluster does not say it',
    effects: [NONE],
    next: 'give the old side with kubectl get --show-managed-fields; until then the plan takes the annotation of client-side apply, or everything that no controller set, for what was applied',
  },
  FINALIZERS_CHANGED: {
    meaning: 'the finalizers of an object change',
    effects: [IN_PLACE],
    next: 'make sure that somebody takes each finalizer away again',
  },
  FIRST_ORDINAL_MOVED: {
    meaning: 'the range of ordinals moves, and no data stays behind',
    effects: [IN_PLACE],
    next: 'pods with the new ordinals come, then those outside the range go',
  },
  FIRST_ORDINAL_MOVES_DATA: {
    meaning: 'the range of ordinals moves away from pods with claims',
    effects: [DATA_AT_RISK],
    next: 'keep spec.ordinals, or let the application copy its data to the new pods first',
  },
  HEADLESS_SERVICE_EXPOSED: {
    meaning: 'a headless Service gets a type that needs an address',
    effects: [REJECTED],
    next: 'keep the headless Service for the names of the pods, and put a client Service beside it',
  },
  HISTORY_LIMIT_CHANGED: {
    meaning: 'the number of kept revisions changes',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  HISTORY_LIMIT_IMMUTABLE: {
    meaning: 'the number of kept revisions changes, before Kubernetes 1.33',
    effects: [REJECTED],
    next: 'take the change back, or let the migration procedure recreate the set around its pods',
  },
  IP_FAMILY_IMMUTABLE: {
    meaning: 'the first address family of a Service changes',
    effects: [REJECTED],
    next: 'the migration procedure deletes the Service and creates it again',
  },
  LIST_KEY_REPEATED: {
    meaning: 'the API server refuses a server-side apply, because elements of a list share one key',
    effects: [REJECTED],
    next: 'leave one element of each key',
  },
  LIVE_PODS_TOO_MANY: {
    meaning: 'the input has the pods of the cluster, and the set has too many to play their rollout through',
    effects: [NONE],
    next: 'the plan takes every pod for ready: look with kubectl get pods which are not',
  },
  MAX_UNAVAILABLE_CHANGED: {
    meaning: 'how many pods may be replaced at once changes',
    effects: [IN_PLACE],
    next: 'it holds from the next rollout on',
  },
  MAX_UNAVAILABLE_HONOURED: {
    meaning: 'the newer version of the cluster does as maxUnavailable says, the older one dropped it',
    effects: [IN_PLACE],
    next: 'make sure that so many pods may be down: it holds from the first rollout after the next apply on',
  },
  MAX_UNAVAILABLE_IGNORED: {
    meaning: 'the newer version of the cluster no longer does as maxUnavailable says',
    effects: [IN_PLACE],
    next: 'nothing is to be done: rollouts replace one pod at a time',
  },
  MERGE_KEY_MISSING: {
    meaning: 'kubectl apply fails, because an element of a list has no key to be found by',
    effects: [REJECTED],
    next: 'give each element of the list its key',
  },
  MERGE_KEY_REPEATED: {
    meaning: 'kubectl apply cannot bring a list about, because elements of it share one key',
    effects: [NONE, REJECTED],
    next: 'take the elements out in one apply and add them all in the next',
  },
  METADATA_CHANGED: {
    meaning: 'labels or annotations of an object change',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  MIN_READY_SECONDS_CHANGED: {
    meaning: 'how long a pod must be ready to count as available changes',
    effects: [IN_PLACE],
    next: 'it takes effect at once, and no pod restarts',
  },
  OBJECT_ADDED: {
    meaning: 'an object is added',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  OBJECT_CHANGED: {
    meaning: 'an object of a kind that plan does not analyse changes',
    effects: [IN_PLACE],
    next: 'look it up in the documentation of its kind',
  },
  OBJECT_REMOVED: {
    meaning: 'an object is no longer among the manifests',
    effects: [IN_PLACE],
    next: 'kubectl apply leaves it in the cluster; delete it yourself where it is no longer needed',
  },
  OWNERS_CHANGED: {
    meaning: 'the owners of an object change',
    effects: [IN_PLACE],
    next: 'the object is deleted as soon as none of its owners exists',
  },
  PARTITION_CHANGED: {
    meaning: 'the partition changes, and no pod restarts',
    effects: [IN_PLACE],
    next: 'the next change of the template is rolled out to another number of pods',
  },
  PARTITION_LOWERED: {
    meaning: 'the partition goes down to pods that may have an earlier template',
    effects: [ROLLING_RESTART],
    next: 'the controller replaces these pods, as with any rollout',
  },
  POD_MANAGEMENT_IMMUTABLE: {
    meaning: 'podManagementPolicy changes',
    effects: [REJECTED],
    next: 'take the change back, or let the migration procedure recreate the set around its pods',
  },
  REPLICAS_DOWN: {
    meaning: 'pods are removed, and their claims stay',
    effects: [IN_PLACE],
    next: 'make sure that the application needs none of these pods; delete their claims once nobody needs the data',
  },
  REPLICAS_DOWN_DELETES_DATA: {
    meaning: 'pods are removed, and their claims with them',
    effects: [DATA_AT_RISK],
    next: 'set whenScaled to Retain in a release before, or make sure that the data is elsewhere',
  },
  REPLICAS_RESET: {
    meaning: 'the number of pods is no longer written, and falls to 1',
    effects: [DATA_AT_RISK],
    next: 'write the number, or hand the field over first: to the autoscaler with kubectl apply edit-last-applied, or with server-side apply to another field manager',
  },
  REPLICAS_UP: {
    meaning: 'pods are added',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  REPLICAS_UP_REUSES_DATA: {
    meaning: 'pods are added that reuse claims of an earlier, larger set',
    effects: [IN_PLACE],
    next: 'delete the claims first where the application cannot use their old data',
  },
  RETENTION_ARMED: {
    meaning: 'from now on claims are deleted with their pods or with the set',
    effects: [IN_PLACE],
    next: 'make sure that this is meant: nothing warns when the data goes',
  },
  RETENTION_CHANGED: {
    meaning: 'what happens to claims changes, and none is deleted that stayed before',
    effects: [IN_PLACE],
    next: 'nothing is to be done',
  },
  REVISION_MADE_ANEW: {
    meaning:
      'the controller of this release takes every template for a new one, and restarts the pods of all sets',
    effects: [NONE, ROLLING_RESTART],
    next: 'upgrade to a later patch of that version at once, where this does not happen',
  },
  ROLLING_UPDATE_LEFT_OVER: {
    meaning: 'the strategy becomes OnDelete, and the apply leaves the rollingUpdate that it does not take',
    effects: [REJECTED],
    next: 'write `rollingUpdate: null` beside the type; with server-side apply, apply RollingUpdate with a partition of 0 first, and OnDelete after that',
  },
  ROLLOUT_STUCK: {
    meaning: 'a set changes whose rollout is stuck in the cluster',
    effects: [IN_PLACE, ROLLING_RESTART],
    next: 'the apply alone gets no further; delete the pods that plan names, or run its script: it deletes no ready pod',
  },
  SELECTOR_IMMUTABLE: {
    meaning: 'the selector of a set changes',
    effects: [REJECTED],
    next: 'take the change back, or let the migration procedure recreate the set around its relabelled pods',
  },
  SERVICE_CHANGED: {
    meaning: 'a Service changes in a field that may change',
    effects: [IN_PLACE],
    next: 'it takes effect at once, and no pod restarts',
  },
  SERVICE_NAME_IMMUTABLE: {
    meaning: 'serviceName changes',
    effects: [REJECTED],
    next: 'take the change back, or let the migration procedure recreate the set, and its pods one by one',
  },
  SERVICE_SELECTOR_CHANGED: {
    meaning: 'a Service selects other pods',
    effects: [IN_PLACE],
    next: 'make sure that the new pods are ready: DNS names and traffic move to them at once',
  },
  SET_MOVED: {
    meaning: 'a set moves to another namespace',
    effects: [DATA_AT_RISK],
    next: 'keep the namespace, or let the migration procedure hand the volumes over',
  },
  SET_REMOVED: {
    meaning: 'a set is no longer among the manifests, and its claims stay',
    effects: [IN_PLACE],
    next: 'kubectl apply leaves it running; delete it yourself where it is no longer needed',
  },
  SET_REMOVED_DELETES_DATA: {
    meaning: 'a set is no longer among the manifests, and its claims go with it',
    effects: [DATA_AT_RISK],
    next: 'set whenDeleted to Retain first, or make sure that the data is elsewhere',
  },
  SET_RENAMED: {
    meaning: 'a set is replaced by a similar one of another name',
    effects: [DATA_AT_RISK],
    next: 'keep the name, or let the migration procedure hand the volumes over',
  },
  STRATEGY_CHANGED: {
    meaning: 'the update strategy changes, and no pod restarts',
    effects: [IN_PLACE],
    next: 'the next change of the template is rolled out in another way',
  },
  STRATEGY_RESUMES: {
    meaning: 'the update strategy begins to replace pods',
    effects: [ROLLING_RESTART],
    next: 'the controller replaces the pods that have an earlier template',
  },
  TEMPLATE_CHANGED: {
    meaning: 'the pod template changes, and no pod restarts',
    effects: [IN_PLACE],
    next: 'pods that are created from now on have the new template',
  },
  TEMPLATE_RESTARTS: {
    meaning: 'the pod template changes, and pods restart',
    effects: [ROLLING_RESTART],
    next: 'the controller replaces the pods in the order that plan shows',
  },
  TEMPLATE_WAITS: {
    meaning: 'the pod template changes, and takes effect when a pod is deleted',
    effects: [IN_PLACE],
    next: 'delete the pods one by one, each when the one before is ready again',
  },
  UNREADY_PODS_BLOCK: {
    meaning: 'with Parallel, the controller of this release does not replace broken pods by fixed ones',
    effects: [NONE],
    next: 'upgrade to a later patch of that version, or delete broken pods by hand after a fix',
  },
} as const satisfies Readonly<Record<string, ChangeDescription>>;

/** The code of a change. */
export type ChangeCode = keyof typeof CHANGE_CODES;
