import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/manifests/json';
import { LocalPod } from './local-pod';
import { renderedSet } from './rendered-set';

/** What starting the processes of a rendered set takes beside the manifests: it is in the image. */
export interface LocalClusterOptions {
  /** The entry point of the image, or what stands in for it; for a container that has no command. */
  readonly entrypoint?: readonly string[];
  /** Environment variables that the image sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** The signal by which the image is ended. */
  readonly stopSignal?: NodeJS.Signals;
  /** The secrets that the manifest refers to: value by `<secret>/<key>`. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The user of this machine that the processes run as where the tests run as root, instead of the manifest's. */
  readonly user?: number;
  /** Words of the manifest that mean something else where pods share a machine: their replacement by the word. */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * The pods of a rendered set as processes of this machine. Each pod has a loopback address of its own, which stands
 * for its names, and a directory of its own for its volumes.
 */
export class LocalCluster {
  public readonly pods: readonly LocalPod[];
  private readonly directory: string;

  constructor(manifests: readonly JsonObject[], options: LocalClusterOptions = {}) {
    const rendered = renderedSet(manifests);
    const set = options.user === undefined ? rendered : { ...rendered, user: options.user, group: undefined };
    this.directory = mkdtempSync(join(tmpdir(), 'cluster-'));
    chmodSync(this.directory, 0o755);
    // Two test runs on one machine have different addresses, so the ports are always free.
    const network = `127.${randomInt(1, 255)}.${randomInt(0, 255)}`;
    const addresses = new Map(set.pods.map(({ host }, index) => [host, `${network}.${index + 1}`]));
    this.pods = set.pods.map(
      (pod) => new LocalPod(pod, { ...options, set, addresses, directory: join(this.directory, pod.name) }),
    );
  }

  /** Ends all processes and removes their files. */
  public async remove(): Promise<void> {
    await Promise.all(this.pods.map((pod) => pod.stop()));
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What the pods have printed, for a test that fails. */
  public get output(): string {
    return this.pods.map(({ name, output }) => `--- ${name}\n${output}`).join('\n');
  }
}
