import { ACKNOWLEDGEMENT_UNUSED, ACKNOWLEDGEMENT_WITHOUT_REASON } from './acknowledgement';
import { activeDeadlineSet } from './active-deadline-set';
import { annotationInvalid } from './annotation-invalid';
import { RULE_FAILED } from './check';
import { claimNameInvalid } from './claim-name-invalid';
import { claimTemplateVersionLabel } from './claim-template-version-label';
import { containerNameInvalid } from './container-name-invalid';
import { containerNameTaken } from './container-name-taken';
import { containersMissing } from './containers-missing';
import { duplicateField } from './duplicate-field';
import { environmentSourceAmbiguous } from './environment-source-ambiguous';
import { fieldMissing } from './field-missing';
import { handlerAmbiguous } from './handler-ambiguous';
import { hostPortInvalid } from './host-port-invalid';
import { initContainerHandler } from './init-container-handler';
import { labelInvalid } from './label-invalid';
import { maxUnavailableDropped } from './max-unavailable-dropped';
import { maxUnavailableInvalid } from './max-unavailable-invalid';
import { nameMissing } from './name-missing';
import { nameTaken } from './name-taken';
import { namespaceInvalid } from './namespace-invalid';
import { numberOutOfRange } from './number-out-of-range';
import { objectNameInvalid } from './object-name-invalid';
import { ordinalInvalid } from './ordinal-invalid';
import { partitionInvalid } from './partition-invalid';
import { portNameInvalid } from './port-name-invalid';
import { portNameTaken } from './port-name-taken';
import { portNumberInvalid } from './port-number-invalid';
import { probeInvalid } from './probe-invalid';
import { replicasInvalid } from './replicas-invalid';
import { requestExceedsLimit } from './request-exceeds-limit';
import { resourceInvalid } from './resource-invalid';
import { restartPolicyInvalid } from './restart-policy-invalid';
import { revisionHistoryLimitInvalid } from './revision-history-limit-invalid';
import { rollingUpdateMisplaced } from './rolling-update-misplaced';
import { type Rule, type RuleDescription } from './rule';
import { selectorEmpty } from './selector-empty';
import { selectorInvalid } from './selector-invalid';
import { selectorMismatch } from './selector-mismatch';
import { serviceNameFieldInvalid } from './service-name-field-invalid';
import { serviceNameInvalid } from './service-name-invalid';
import { serviceNotHeadless } from './service-not-headless';
import { serviceSelectsOtherPods } from './service-selects-other-pods';
import { setNameInvalid } from './set-name-invalid';
import { setNameTooLong } from './set-name-too-long';
import { sleepInvalid } from './sleep-invalid';
import { unknownField } from './unknown-field';
import { valueNotAllowed } from './value-not-allowed';
import { volumeMountUnresolved } from './volume-mount-unresolved';
import { wrongType } from './wrong-type';

/** Every rule, by topic. Findings are sorted by object and path: this order reaches only the page of all rules. */
export const RULES: readonly Rule[] = [
  // Fields
  unknownField,
  wrongType,
  duplicateField,
  fieldMissing,
  valueNotAllowed,
  numberOutOfRange,
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
  annotationInvalid,
  selectorInvalid,
  selectorEmpty,
  selectorMismatch,
  // Wiring
  serviceNotHeadless,
  serviceSelectsOtherPods,
  // The set
  replicasInvalid,
  ordinalInvalid,
  revisionHistoryLimitInvalid,
  restartPolicyInvalid,
  activeDeadlineSet,
  // Rollout
  rollingUpdateMisplaced,
  partitionInvalid,
  maxUnavailableInvalid,
  maxUnavailableDropped,
  // Containers
  containersMissing,
  containerNameInvalid,
  containerNameTaken,
  initContainerHandler,
  portNumberInvalid,
  portNameInvalid,
  portNameTaken,
  hostPortInvalid,
  probeInvalid,
  handlerAmbiguous,
  sleepInvalid,
  environmentSourceAmbiguous,
  requestExceedsLimit,
  resourceInvalid,
  // Volumes and claims
  volumeMountUnresolved,
  claimNameInvalid,
  claimTemplateVersionLabel,
];

/** What `check` itself reports, beside the rules. */
export const ENGINE_RULES: readonly RuleDescription[] = [
  ACKNOWLEDGEMENT_UNUSED,
  ACKNOWLEDGEMENT_WITHOUT_REASON,
  RULE_FAILED,
];
