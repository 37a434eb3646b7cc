/**
 * Everything that a construct refuses. The key is the stable code at the end of the message; `fix` says what to do.
 * A rule of `check` that finds the same fault in a manifest bears the same code.
 */
export const REFUSALS = {
  SET_NAME_INVALID: {
    rule: 'the name of a StatefulSet is a DNS label',
    fix: "use lower case letters, digits and '-'",
  },
  SET_NAME_TOO_LONG: {
    rule: 'the name of a StatefulSet has at most 52 characters',
    fix: 'choose a shorter name: a label of each pod holds the name and a revision hash and has at most 63 characters, so the pods of a longer name are never created',
  },
  SERVICE_NAME_INVALID: {
    rule: 'the name of a Service is a DNS label that starts with a letter',
    fix: "use lower case letters, digits and '-', and start with a letter",
  },
  NAMESPACE_INVALID: {
    rule: 'a namespace is a DNS label',
    fix: "use lower case letters, digits and '-'",
  },
  NAME_TAKEN: {
    rule: 'two objects of one kind do not share a name and a namespace',
    fix: "give one of them another 'name' or 'namespace'",
  },
  SERVICE_NOT_HEADLESS: {
    rule: 'the governing Service of a set is headless',
    fix: "set clusterIP to 'None': only a headless Service gives each pod a DNS name; add a second Service for clients",
  },
  SERVICE_NAMESPACE_MISMATCH: {
    rule: 'the governing Service is in the namespace of its set',
    fix: 'create both in the same namespace: a Service selects only pods of its own namespace',
  },
  SERVICE_SHARED: {
    rule: 'sets that share a governing Service have the same selector',
    fix: 'give each set a Service of its own, or give both the same selector',
  },
  SERVICE_AMBIGUOUS: {
    rule: 'a set has one governing Service',
    fix: 'give a Service, the name of an existing one, or options for the one that the set creates; only one of these',
  },
  REPLICAS_INVALID: {
    rule: 'replicas is a whole number of 0 or more',
    fix: 'give the number of pods',
  },
  ORDINAL_INVALID: {
    rule: 'ordinals are whole numbers of 0 or more',
    fix: 'give an ordinal such as 0',
  },
  SELECTOR_EMPTY: {
    rule: 'the selector of a set is not empty',
    fix: "give 'selector', or leave 'select' out",
  },
  SELECTOR_MISMATCH: {
    rule: "the selector of a set matches the labels of its pods' template",
    fix: "put the same labels on 'podMetadata', or change the selector",
  },
  LABEL_INVALID: {
    rule: 'labels and label selectors have valid keys and values',
    fix: "use at most 63 letters, digits, '-', '_' and '.', and begin and end with a letter or digit; put other text in an annotation",
  },
  CONTAINERS_MISSING: {
    rule: 'a pod has at least one container',
    fix: "give 'containers', or call addContainer()",
  },
  CONTAINER_NAME_INVALID: {
    rule: 'the name of a container is a DNS label',
    fix: "use lower case letters, digits and '-'",
  },
  CONTAINER_NAME_TAKEN: {
    rule: 'the containers and init containers of a pod have different names',
    fix: 'rename one of them',
  },
  PORT_NUMBER_INVALID: {
    rule: 'a port is a whole number from 1 to 65535',
    fix: 'give the number of the port that the process listens on',
  },
  PORT_NAME_INVALID: {
    rule: 'the name of a container port is an IANA service name of at most 15 characters',
    fix: "use at most 15 lower case letters, digits and '-', with at least one letter",
  },
  PORT_NAME_TAKEN: {
    rule: 'the ports of a Service have different names',
    fix: 'rename one of them',
  },
  CLAIM_NAME_INVALID: {
    rule: 'the name of a claim template is a DNS label',
    fix: "use lower case letters, digits and '-': it becomes the name of a pod volume",
  },
  CLAIM_SIZE_INVALID: {
    rule: 'a claim requests more than zero storage',
    fix: "give 'size', such as Size.gibibytes(10)",
  },
  CLAIM_ACCESS_MODES_INVALID: {
    rule: 'a claim has at least one access mode, and ReadWriteOncePod is not combined with others',
    fix: "leave 'accessModes' out for ReadWriteOnce",
  },
  VOLUME_NAME_TAKEN: {
    rule: 'the volumes and claim templates of a set have different names',
    fix: 'rename one of them: a claim template silently replaces a volume of the same name',
  },
  MOUNT_PATH_TAKEN: {
    rule: 'a container mounts at most one volume at each path',
    fix: 'mount them at different paths',
  },
  MOUNT_PATH_INVALID: {
    rule: "a mount path is absolute and contains no ':'",
    fix: "give a path such as '/data'",
  },
  CLAIM_OF_OTHER_SET: {
    rule: 'a claim template is used by its own set only',
    fix: 'call addClaim() on the set that uses it; a Deployment, Job or Pod takes a PersistentVolumeClaim instead',
  },
  CLAIM_TEMPLATES_BY_NAME: {
    rule: 'mounts refer to claim templates by object',
    fix: "call addClaim() for each, and give what it returns to 'container.mount()'",
  },
  VOLUME_MODE_MISMATCH: {
    rule: 'a claim with a file system is mounted, and a block device is given as a device',
    fix: "mount claims with volumeMode Filesystem, and pass claims with volumeMode Block to extendContainer() as 'devices'",
  },
  CONTAINER_OF_OTHER_SET: {
    rule: 'a set changes only its own containers',
    fix: 'pass a container that addContainer() or addInitContainer() of this set has returned',
  },
  RESTART_POLICY_INVALID: {
    rule: 'the restart policy of the pods of a set is Always',
    fix: "leave 'restartPolicy' out; use a Job for work that runs once",
  },
  SERVICE_NOT_IN_APP: {
    rule: 'of a Service that exists outside the app only the name is known',
    fix: "use 'serviceName', or let the set create its Service",
  },
  PORTS_MISSING: {
    rule: 'a Service that is not headless has a port',
    fix: "give 'ports', or add a container with a port",
  },
  NODE_PORT_SHARED: {
    rule: 'no two Services have the same port of the nodes',
    fix: "give each pod's Service its own with 'nodePortsPerPod', or leave 'nodePort' out: the cluster then chooses one for each",
  },
  NODE_PORT_UNKNOWN: {
    rule: 'ports of the nodes lead to ports that the Service has',
    fix: "use the name of a port of the containers, or of 'ports'",
  },
  PEER_TEMPLATE_INVALID: {
    rule: 'a template of a peer has no placeholders but {pod}, {host}, {ordinal} and {number}',
    fix: 'correct the name between the braces',
  },
  PORT_UNKNOWN: {
    rule: 'only the named ports of the containers have SRV records',
    fix: 'give that name to a port of a container, or use the name of an existing port',
  },
  UPDATE_STRATEGY_AMBIGUOUS: {
    rule: 'a set has one update strategy',
    fix: "give 'updateStrategy', or 'strategy' as for cdk8s-plus, not both",
  },
  PARTITION_INVALID: {
    rule: 'a partition is between 0 and the number of replicas',
    fix: 'give a whole number from 0 to the number of replicas',
  },
  CANARY_INVALID: {
    rule: 'a canary is at least one pod, and no more pods than the set has',
    fix: 'give a number of pods from 1 to the number of replicas, or a percentage from 1% to 100%',
  },
  CANARY_SIZE_UNKNOWN: {
    rule: 'a canary is given where the manifest says how many pods the set has',
    fix: "give 'rollingUpdate' with the partition that you mean: how many of the lowest pods keep their revision",
  },
  MAX_UNAVAILABLE_INVALID: {
    rule: 'maxUnavailable of a rolling update is at least one pod',
    fix: 'give a number of 1 or more, or a percentage from 1% to 100%',
  },
  REVISION_HISTORY_LIMIT_INVALID: {
    rule: 'revisionHistoryLimit is a whole number of 0 or more',
    fix: 'give the number of old revisions to keep, or leave it out for 10',
  },
  BUDGET_INVALID: {
    rule: 'a disruption budget is a number or a percentage of pods',
    fix: 'give a whole number, or a percentage from 0% to 100%',
  },
  BUDGET_BLOCKS_DRAINS: {
    rule: 'a disruption budget lets at least one pod be evicted',
    fix: 'allow one more eviction, or run more replicas; otherwise no node that runs a pod of the set can be drained',
  },
  TOPOLOGY_SPREAD_INVALID: {
    rule: 'a topology spread has a maxSkew of at least 1, and minDomains only if it is hard',
    fix: 'give a whole number of 1 or more',
  },
  POD_CONFIG_INCOMPLETE: {
    rule: 'a per-pod configuration has files for each replica',
    fix: "add an element to 'perPod' for each replica: a pod without its files does not start",
  },
  POD_CONFIG_FILE_INVALID: {
    rule: 'the name of a file in a ConfigMap is a valid key',
    fix: "use letters, digits, '-', '_' and '.'; for another folder mount a second configuration",
  },
  REPLICAS_TOO_MANY: {
    rule: 'a set has at most 150000 pods, as many as a cluster is made for',
    fix: 'give the number of pods that shall run',
  },
  WRONG_TYPE: {
    rule: 'each value has the type of its field',
    fix: 'give a value of the type that the documentation names; leave out what shall be absent',
  },
  FIELD_MISSING: {
    rule: 'fields that an object cannot do without are written',
    fix: 'give the property',
  },
  VALUE_NOT_ALLOWED: {
    rule: 'a field that takes a few texts has one of them',
    fix: 'give a member of the enum: upper and lower case count',
  },
} as const satisfies Record<string, { readonly rule: string; readonly fix: string }>;

/** The code of something that a construct refuses. */
export type RefusalCode = keyof typeof REFUSALS;
