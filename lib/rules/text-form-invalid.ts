import { JudgedKind } from '../facts/facts';
import { valuesOfField } from '../facts/typed-objects';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { JUDGED_WHEN_EMPTY, TEXT_FORMS } from '../kubernetes/text-forms';
import { faultAt, judgeEach, type Rule, Severity } from './rule';

export const textFormInvalid: Rule = {
  code: 'TEXT_FORM_INVALID',
  severity: Severity.ERROR,
  title: 'names, keys, paths and addresses have the form that their field asks for',
  why: 'the API server refuses other texts; those of a pod only when the pod is created, before Kubernetes 1.34',
  fix: 'correct the text',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  check: (object, { version }) =>
    judgeEach(
      Object.entries(TEXT_FORMS).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([field, form]) =>
          valuesOfField(object, version, type, field).map(({ path, value }) => ({
            path,
            // An item that is null is decoded as empty text.
            text: value ?? '',
            form,
            isJudgedWhenEmpty: JUDGED_WHEN_EMPTY.has(`${type}.${field}`),
          })),
        ),
      ),
      // Whether other empty text will do is a matter of field-missing.
      ({ path, text, form, isJudgedWhenEmpty }) =>
        typeof text === 'string' && (text !== '' || isJudgedWhenEmpty)
          ? faultAt(path, text === '' ? 'must not be empty' : form(text, version), text)
          : [],
    ),
};
