import { ACKNOWLEDGEMENT_UNUSED, ACKNOWLEDGEMENT_WITHOUT_REASON } from '../acknowledgement';
import { activeDeadlineSet } from './active-deadline-set';
import { annotationInvalid } from './annotation-invalid';
import { apiVersionNotServed } from './api-version-not-served';
import { autoscalerBoundsInvalid } from './autoscaler-bounds-invalid';
import { autoscalerMetricInvalid } from './autoscaler-metric-invalid';
import { autoscalerPoliciesMissing } from './autoscaler-policies-missing';
import { autoscalerSetsReplicas } from './autoscaler-sets-replicas';
import { autoscalerTargetInvalid } from './autoscaler-target-invalid';
import { autoscalerTargetMissing } from './autoscaler-target-missing';
import { autoscalerWithoutRequests } from './autoscaler-without-requests';
import { autoscalersCompete } from './autoscalers-compete';
import { autoscalersShareResource } from './autoscalers-share-resource';
import { budgetAmbiguous } from './budget-ambiguous';
import { budgetBlocksDrains } from './budget-blocks-drains';
import { budgetInvalid } from './budget-invalid';
import { budgetSelectsNothing } from './budget-selects-nothing';
import { budgetWithoutSelector } from './budget-without-selector';
import { budgetsOverlap } from './budgets-overlap';
import { RULE_FAILED } from '../rule-set';
import { claimAccessModesInvalid } from './claim-access-modes-invalid';
import { claimDataSourceDropped } from './claim-data-source-dropped';
import { claimDataSourceInvalid } from './claim-data-source-invalid';
import { claimNameInvalid } from './claim-name-invalid';
import { claimNamesCollide } from './claim-names-collide';
import { claimSizeInvalid } from './claim-size-invalid';
import { claimTemplateVersionLabel } from './claim-template-version-label';
import { claimTrackingLabel } from './claim-tracking-label';
import { claimUnmounted } from './claim-unmounted';
import { clusterIpInvalid } from './cluster-ip-invalid';
import { configKeyMissing } from './config-key-missing';
import { containerNameInvalid } from './container-name-invalid';
import { containerNameTaken } from './container-name-taken';
import { containerRestartPolicyInvalid } from './container-restart-policy-invalid';
import { containersMissing } from './containers-missing';
import { downwardFieldUnknown } from './downward-field-unknown';
import { duplicateField } from './duplicate-field';
import { environmentReferenceLate } from './environment-reference-late';
import { environmentSourceAmbiguous } from './environment-source-ambiguous';
import { environmentVariableRepeated } from './environment-variable-repeated';
import { ephemeralContainersGiven } from './ephemeral-containers-given';
import { externalNameInvalid } from './external-name-invalid';
import { fieldMissing } from './field-missing';
import { finalizerInvalid } from './finalizer-invalid';
import { gracePeriodZero } from './grace-period-zero';
import { handlerAmbiguous } from './handler-ambiguous';
import { hardSpreadBlocksOrder } from './hard-spread-blocks-order';
import { hostPortInvalid } from './host-port-invalid';
import { hostnameOverrideInvalid } from './hostname-override-invalid';
import { hugePagesAlone } from './huge-pages-alone';
import { imageWithSpaces } from './image-with-spaces';
import { initContainerHandler } from './init-container-handler';
import { ipFamiliesMismatched } from './ip-families-mismatched';
import { itemRepeated } from './item-repeated';
import { labelInvalid } from './label-invalid';
import { labelReserved } from './label-reserved';
import { livenessPortUnresolved } from './liveness-port-unresolved';
import { maxUnavailableDropped } from './max-unavailable-dropped';
import { releaseRestartsPods } from './release-restarts-pods';
import { releaseBlocksFixes } from './release-blocks-fixes';
import { maxUnavailableInvalid } from './max-unavailable-invalid';
import { mountOptionInvalid } from './mount-option-invalid';
import { mountPathInvalid } from './mount-path-invalid';
import { mountPathTaken } from './mount-path-taken';
import { nameMissing } from './name-missing';
import { nameTaken } from './name-taken';
import { namespaceInvalid } from './namespace-invalid';
import { networkPolicySelectsNothing } from './network-policy-selects-nothing';
import { nodeAffinityInvalid } from './node-affinity-invalid';
import { numberOutOfRange } from './number-out-of-range';
import { objectNameInvalid } from './object-name-invalid';
import { ordinalInvalid } from './ordinal-invalid';
import { ownerReferenceInvalid } from './owner-reference-invalid';
import { partitionCoversAll } from './partition-covers-all';
import { partitionInvalid } from './partition-invalid';
import { peersWaitForEachOther } from './peers-wait-for-each-other';
import { podDnsInvalid } from './pod-dns-invalid';
import { podFinalizerInvalid } from './pod-finalizer-invalid';
import { podVersionLabel } from './pod-version-label';
import { podResourcesExceeded } from './pod-resources-exceeded';
import { podResourcesInvalid } from './pod-resources-invalid';
import { portNameInvalid } from './port-name-invalid';
import { portNameTaken } from './port-name-taken';
import { portNumberInvalid } from './port-number-invalid';
import { portsMissing } from './ports-missing';
import { probeInvalid } from './probe-invalid';
import { probePortUnresolved } from './probe-port-unresolved';
import { processNamespaceConflict } from './process-namespace-conflict';
import { replicasInvalid } from './replicas-invalid';
import { requestExceedsLimit } from './request-exceeds-limit';
import { resizePolicyInvalid } from './resize-policy-invalid';
import { resourceClaimInvalid } from './resource-claim-invalid';
import { resourceInvalid } from './resource-invalid';
import { restartPolicyInvalid } from './restart-policy-invalid';
import { revisionHistoryLimitInvalid } from './revision-history-limit-invalid';
import { rollingUpdateMisplaced } from './rolling-update-misplaced';
import { type Rule, type RuleDescription } from '../rule';
import { runAsRootRefused } from './run-as-root-refused';
import { scaleDownDeletesData } from './scale-down-deletes-data';
import { securityContextConflict } from './security-context-conflict';
import { selectorEmpty } from './selector-empty';
import { selectorInvalid } from './selector-invalid';
import { selectorMismatch } from './selector-mismatch';
import { serviceFieldMisplaced } from './service-field-misplaced';
import { serviceNameFieldInvalid } from './service-name-field-invalid';
import { serviceNameFieldMissing } from './service-name-field-missing';
import { serviceNameInvalid } from './service-name-invalid';
import { serviceNameUnresolved } from './service-name-unresolved';
import { serviceNamespaceMismatch } from './service-namespace-mismatch';
import { serviceNotHeadless } from './service-not-headless';
import { servicePortNameMissing } from './service-port-name-missing';
import { servicePortTaken } from './service-port-taken';
import { serviceSelectsNothing } from './service-selects-nothing';
import { serviceSelectsOtherPods } from './service-selects-other-pods';
import { serviceShared } from './service-shared';
import { serviceWithoutSelector } from './service-without-selector';
import { setNameInvalid } from './set-name-invalid';
import { setNameTooLong } from './set-name-too-long';
import { sleepInvalid } from './sleep-invalid';
import { targetPortIgnored } from './target-port-ignored';
import { targetPortUnresolved } from './target-port-unresolved';
import { textFormInvalid } from './text-form-invalid';
import { tolerationInvalid } from './toleration-invalid';
import { topologySpreadInvalid } from './topology-spread-invalid';
import { unknownField } from './unknown-field';
import { valueNotAllowed } from './value-not-allowed';
import { volumeAttributesClassDropped } from './volume-attributes-class-dropped';
import { volumeDeviceInvalid } from './volume-device-invalid';
import { volumeModeMismatch } from './volume-mode-mismatch';
import { volumeMountUnresolved } from './volume-mount-unresolved';
import { volumeNameInvalid } from './volume-name-invalid';
import { volumeNameTaken } from './volume-name-taken';
import { volumeShadowed } from './volume-shadowed';
import { volumeSizeNegative } from './volume-size-negative';
import { volumeSourceAmbiguous } from './volume-source-ambiguous';
import { wrongType } from './wrong-type';

/** Every rule, by topic. Findings are sorted by object and path: this order reaches only the page of all rules. */
export const RULES: readonly Rule[] = [
  // Fields
  apiVersionNotServed,
  unknownField,
  wrongType,
  duplicateField,
  fieldMissing,
  valueNotAllowed,
  numberOutOfRange,
  textFormInvalid,
  itemRepeated,
  // Names
  nameMissing,
  nameTaken,
  setNameInvalid,
  setNameTooLong,
  serviceNameInvalid,
  objectNameInvalid,
  namespaceInvalid,
  serviceNameFieldInvalid,
  // Labels and annotations
  labelInvalid,
  labelReserved,
  podVersionLabel,
  annotationInvalid,
  finalizerInvalid,
  podFinalizerInvalid,
  ownerReferenceInvalid,
  selectorInvalid,
  selectorEmpty,
  selectorMismatch,
  // Wiring
  serviceNameFieldMissing,
  serviceNameUnresolved,
  serviceNamespaceMismatch,
  serviceNotHeadless,
  serviceWithoutSelector,
  serviceSelectsOtherPods,
  serviceShared,
  targetPortUnresolved,
  targetPortIgnored,
  // The set
  replicasInvalid,
  ordinalInvalid,
  revisionHistoryLimitInvalid,
  restartPolicyInvalid,
  activeDeadlineSet,
  // Rollout
  rollingUpdateMisplaced,
  partitionInvalid,
  partitionCoversAll,
  maxUnavailableInvalid,
  maxUnavailableDropped,
  releaseBlocksFixes,
  releaseRestartsPods,
  peersWaitForEachOther,
  hardSpreadBlocksOrder,
  // Containers
  containersMissing,
  ephemeralContainersGiven,
  containerNameInvalid,
  containerNameTaken,
  imageWithSpaces,
  initContainerHandler,
  containerRestartPolicyInvalid,
  portNumberInvalid,
  portNameInvalid,
  portNameTaken,
  hostPortInvalid,
  probeInvalid,
  probePortUnresolved,
  livenessPortUnresolved,
  handlerAmbiguous,
  gracePeriodZero,
  sleepInvalid,
  environmentSourceAmbiguous,
  environmentVariableRepeated,
  environmentReferenceLate,
  configKeyMissing,
  downwardFieldUnknown,
  requestExceedsLimit,
  resourceInvalid,
  hugePagesAlone,
  resizePolicyInvalid,
  securityContextConflict,
  runAsRootRefused,
  // Pods
  podResourcesInvalid,
  podResourcesExceeded,
  resourceClaimInvalid,
  tolerationInvalid,
  nodeAffinityInvalid,
  topologySpreadInvalid,
  podDnsInvalid,
  processNamespaceConflict,
  hostnameOverrideInvalid,
  // Volumes and claims
  volumeNameInvalid,
  volumeNameTaken,
  volumeSourceAmbiguous,
  volumeShadowed,
  volumeMountUnresolved,
  volumeSizeNegative,
  volumeDeviceInvalid,
  volumeModeMismatch,
  mountPathInvalid,
  mountPathTaken,
  mountOptionInvalid,
  claimNameInvalid,
  claimNamesCollide,
  claimAccessModesInvalid,
  claimSizeInvalid,
  claimDataSourceInvalid,
  claimDataSourceDropped,
  claimTemplateVersionLabel,
  claimTrackingLabel,
  claimUnmounted,
  volumeAttributesClassDropped,
  scaleDownDeletesData,
  // Services
  portsMissing,
  servicePortNameMissing,
  servicePortTaken,
  serviceFieldMisplaced,
  clusterIpInvalid,
  ipFamiliesMismatched,
  externalNameInvalid,
  serviceSelectsNothing,
  // Network policies
  networkPolicySelectsNothing,
  // Budgets
  budgetInvalid,
  budgetAmbiguous,
  budgetWithoutSelector,
  budgetSelectsNothing,
  budgetBlocksDrains,
  budgetsOverlap,
  // Autoscalers
  autoscalerBoundsInvalid,
  autoscalerTargetInvalid,
  autoscalerTargetMissing,
  autoscalerMetricInvalid,
  autoscalerWithoutRequests,
  autoscalerPoliciesMissing,
  autoscalerSetsReplicas,
  autoscalersCompete,
  autoscalersShareResource,
];

/** What `check` itself reports, besides the rules. */
export const ENGINE_RULES: readonly RuleDescription[] = [
  ACKNOWLEDGEMENT_UNUSED,
  ACKNOWLEDGEMENT_WITHOUT_REASON,
  RULE_FAILED,
];
