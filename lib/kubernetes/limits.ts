/** Lengths that Kubernetes allows, in characters. */

/** A DNS label, a label's value, the name part of a label's key. */
export const MAX_LABEL_LENGTH = 63;

/** A DNS subdomain, and a whole DNS name. */
export const MAX_SUBDOMAIN_LENGTH = 253;

/**
 * A StatefulSet's name. The API server takes 63, but the pods carry the label `controller-revision-hash:
 * <set>-<hash>` with a hash of up to 10 characters, and a label's value ends at 63: pods of a longer name
 * are never created.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/64023
 */
export const MAX_SET_NAME_LENGTH = 52;

/** A container port's name (an IANA service name). A Service port's name may have 63. */
export const MAX_CONTAINER_PORT_NAME_LENGTH = 15;

/** All annotations of an object, keys and values, in bytes. */
export const MAX_ANNOTATIONS_LENGTH = 256 * 1024;

/** Longest host name that Linux takes. */
export const MAX_HOSTNAME_LENGTH = 64;
