import { ACKNOWLEDGEMENT_UNUSED, ACKNOWLEDGEMENT_WITHOUT_REASON } from './acknowledgement';
import { RULE_FAILED } from './check';
import { claimTemplateVersionLabel } from './claim-template-version-label';
import { duplicateField } from './duplicate-field';
import { maxUnavailableDropped } from './max-unavailable-dropped';
import { type Rule, type RuleDescription } from './rule';
import { selectorMismatch } from './selector-mismatch';
import { serviceNameFieldInvalid } from './service-name-field-invalid';
import { serviceNotHeadless } from './service-not-headless';
import { serviceSelectsOtherPods } from './service-selects-other-pods';
import { setNameInvalid } from './set-name-invalid';
import { setNameTooLong } from './set-name-too-long';
import { unknownField } from './unknown-field';
import { volumeMountUnresolved } from './volume-mount-unresolved';
import { wrongType } from './wrong-type';

/** Every rule, by topic. Findings are sorted by object and path: this order reaches only the page of all rules. */
export const RULES: readonly Rule[] = [
  // Fields
  unknownField,
  wrongType,
  duplicateField,
  // Names
  setNameInvalid,
  setNameTooLong,
  serviceNameFieldInvalid,
  // Wiring
  selectorMismatch,
  serviceNotHeadless,
  serviceSelectsOtherPods,
  // Volumes and claims
  volumeMountUnresolved,
  claimTemplateVersionLabel,
  // Rollout
  maxUnavailableDropped,
];

/** What `check` itself reports, beside the rules. */
export const ENGINE_RULES: readonly RuleDescription[] = [
  ACKNOWLEDGEMENT_UNUSED,
  ACKNOWLEDGEMENT_WITHOUT_REASON,
  RULE_FAILED,
];
