import {
  MAX_CONTAINER_PORT_NAME_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_SET_NAME_LENGTH,
  MAX_SUBDOMAIN_LENGTH,
} from './limits';

/**
 * What is wrong with a name, in the form "must ...", or undefined where nothing is. The wording is that of the
 * API server where it is short enough to be read.
 */
export type NameRule = (name: string) => string | undefined;

function rule(pattern: RegExp, maxLength: number, form: string): NameRule {
  return (name) => {
    if (name.length > maxLength) {
      return `must be no more than ${maxLength} characters`;
    }
    return pattern.test(name) ? undefined : form;
  };
}

/** RFC 1123 label: names of sets, pods, namespaces, containers, volumes and Service ports. */
export const dnsLabelProblem = rule(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  MAX_LABEL_LENGTH,
  "must consist of lower case letters, digits and '-', and start and end with a letter or digit",
);

/** RFC 1035 label: a Service's name, which must start with a letter before Kubernetes 1.36. */
export const serviceNameProblem = rule(
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  MAX_LABEL_LENGTH,
  "must consist of lower case letters, digits and '-', start with a letter, and end with a letter or digit",
);

/** RFC 1123 subdomain: names of most other objects. */
export const dnsSubdomainProblem = rule(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  MAX_SUBDOMAIN_LENGTH,
  "must consist of lower case letters, digits, '-' and '.', and start and end with a letter or digit",
);

/** A label's value, which may be empty. */
export const labelValueProblem = rule(
  /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/,
  MAX_LABEL_LENGTH,
  "must consist of letters, digits, '-', '_' and '.', and start and end with a letter or digit",
);

/** How long a set's name may be so that its pods can be created; the form is {@link dnsLabelProblem}'s. */
export const setNameLengthProblem: NameRule = (name) =>
  name.length > MAX_SET_NAME_LENGTH ? `must be no more than ${MAX_SET_NAME_LENGTH} characters` : undefined;

/** A container port's name: an IANA service name. */
export const containerPortNameProblem: NameRule = (name) => {
  if (name.length > MAX_CONTAINER_PORT_NAME_LENGTH) {
    return `must be no more than ${MAX_CONTAINER_PORT_NAME_LENGTH} characters`;
  }
  if (!/^[-a-z0-9]+$/.test(name)) {
    return "must consist of lower case letters, digits and '-'";
  }
  if (!/[a-z]/.test(name)) {
    return 'must contain at least one letter';
  }
  if (name.includes('--')) {
    return 'must not contain consecutive hyphens';
  }
  return name.startsWith('-') || name.endsWith('-') ? 'must not begin or end with a hyphen' : undefined;
};

/** A label's key: an optional DNS subdomain and '/', then a name. */
export const labelKeyProblem: NameRule = (key) => {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const prefixProblem = prefix === undefined ? undefined : dnsSubdomainProblem(prefix);
  if (prefixProblem !== undefined) {
    return `must have a prefix that is a DNS subdomain: its prefix ${prefixProblem}`;
  }
  const name = key.slice(slash + 1);
  return name === '' ? 'must have a name' : labelValueProblem(name);
};

/** A name that stands in the path of a request, of whatever characters else. */
export const pathSegmentProblem: NameRule = (name) =>
  name === '.' || name === '..' || /[/%]/.test(name)
    ? "must not contain '/' or '%', or be '.' or '..'"
    : undefined;
