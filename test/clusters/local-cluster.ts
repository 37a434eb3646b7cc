import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/facts/json';
import { LocalPod } from './local-pod';
import { renderedSet } from './rendered-set';

/** What a machine must know to start the processes of a rendered set, beside the manifests. */
export interface LocalClusterOptions {
  /** The program of this machine for a program of the image, by the path or name that the manifest calls. */
  readonly programs: Readonly<Record<string, string>>;
  /** The secrets that the manifest refers to: value by `<secret>/<key>`. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Environment variables that the image sets. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The pods of a rendered set as processes of this machine. Each pod has a loopback address of its own, which stands
 * for its names, and a directory of its own for its volumes.
 */
export class LocalCluster {
  public readonly pods: readonly LocalPod[];
  private readonly directory: string;

  constructor(manifests: readonly JsonObject[], options: LocalClusterOptions) {
    const set = renderedSet(manifests);
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
