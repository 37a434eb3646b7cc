/** What makes input unreadable. */
export enum InputProblemCode {
  /** A file or folder that cannot be opened. */
  INPUT_NOT_FOUND = 'INPUT_NOT_FOUND',
  /** A named pipe, a socket or a device, or a link to one: reading it might never end. */
  INPUT_NOT_A_FILE = 'INPUT_NOT_A_FILE',
  /** A stream that ends before it begins: the command that should write it has failed. */
  INPUT_EMPTY = 'INPUT_EMPTY',
  /** More than is read, all files and streams together. */
  INPUT_TOO_LARGE = 'INPUT_TOO_LARGE',
  /** Text that is neither YAML nor JSON. */
  INPUT_SYNTAX = 'INPUT_SYNTAX',
  /** Aliases that expand to far more than was written, or that contain themselves. */
  INPUT_ALIASES = 'INPUT_ALIASES',
  /** A document that is no Kubernetes object: no mapping, or without apiVersion or kind. */
  INPUT_NOT_AN_OBJECT = 'INPUT_NOT_AN_OBJECT',
  /** There is no kubectl, which reads clusters. */
  KUBECTL_MISSING = 'KUBECTL_MISSING',
  /** kubectl has no context of this name. */
  CONTEXT_UNKNOWN = 'CONTEXT_UNKNOWN',
  /** The cluster does not answer. */
  CLUSTER_UNREACHABLE = 'CLUSTER_UNREACHABLE',
  /** The user of the context may not read all that is asked for. */
  CLUSTER_FORBIDDEN = 'CLUSTER_FORBIDDEN',
  /** A folder whose files are parts of what kustomize or Helm makes of them. */
  INPUT_NOT_BUILT = 'INPUT_NOT_BUILT',
  /** An object that is only a part of one: it says how another object is to be changed. */
  INPUT_IS_A_PATCH = 'INPUT_IS_A_PATCH',
}

/** Input that cannot be read: what is wrong, in which file and line. */
export interface InputProblem {
  readonly code: InputProblemCode;
  /** What is wrong and how to fix it. Never quotes values of the input: it may hold Secrets. */
  readonly message: string;
  readonly file: string;
  /** The line, from 1; undefined where the whole file is meant. */
  readonly line?: number;
}
