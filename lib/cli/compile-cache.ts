import * as nodeModule from 'node:module';

/** The part of `node:module` that Node.js has since 22.1. */
interface CompileCaching {
  readonly enableCompileCache?: () => unknown;
}

/**
 * Keeps compiled code from run to run, where Node.js (22.1 and newer) can. It chooses the folder, and does nothing
 * where NODE_DISABLE_COMPILE_CACHE is set or the folder cannot be written.
 */
export function enableCompileCache(node: object = nodeModule): void {
  (node as CompileCaching).enableCompileCache?.();
}
