import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { JUDGED_WHEN_EMPTY, TEXT_FORMS } from '../../kubernetes/text-forms';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const textFormInvalid: Rule = {
  code: 'TEXT_FORM_INVALID',
  severity: Severity.ERROR,
  title: 'names, keys, paths and addresses have the format that their field requires',
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'correct the text',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object, { version }) =>
    judgeEach(object.typed.valuesInTable(TEXT_FORMS), ({ path, value, name, entry: form }) => {
      // An item that is null is decoded as empty text.
      const text = value ?? '';
      if (text === '') {
        // Whether other empty text will do is a matter of field-missing.
        return JUDGED_WHEN_EMPTY.has(name) ? faultAt(path, 'must not be empty', text) : [];
      }
      return typeof text === 'string' ? faultAt(path, form(text, version), text) : [];
    }),
};
