/** How manifests are applied: what becomes of fields that they do not say depends on it. */
export enum ApplyMode {
  /** `kubectl apply`: kubectl compares the manifest with the one that it applied last, and sends what differs. */
  CLIENT = 'client',
  /**
   * `kubectl apply --server-side`, and what Flux and Argo CD can do: the API server merges the manifest, knows who has
   * set which field, and refuses to change what another one has set.
   */
  SERVER = 'server',
}

/** The modes, the one that is meant where none is given first. */
export const APPLY_MODES = [ApplyMode.CLIENT, ApplyMode.SERVER] as const;

/** How the new manifests are applied. */
export interface ApplyOptions {
  readonly mode: ApplyMode;
  /**
   * The name under which they are applied server-side; where it is absent, the one under which an object has been
   * applied so far, and `kubectl` where there is none.
   */
  readonly fieldManager?: string;
  /** Whether a server-side apply takes over fields that another manager has set. */
  readonly isForced: boolean;
}

/** The command that applies so, without the files. */
export function applyCommand({ mode, fieldManager, isForced }: ApplyOptions): readonly string[] {
  return mode === ApplyMode.CLIENT
    ? ['apply']
    : [
        ...['apply', '--server-side'],
        ...(fieldManager === undefined ? [] : ['--field-manager', fieldManager]),
        ...(isForced ? ['--force-conflicts'] : []),
      ];
}
