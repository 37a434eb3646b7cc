import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import type { LocalClusterOptions } from './local-cluster';
import { BackgroundProcess, run, type Invocation, type Outcome } from './process';
import type {
  RenderedContainer,
  RenderedMount,
  RenderedPod,
  RenderedSet,
  RenderedVariable,
} from './rendered-set';

/** A probe of a container. */
export type ProbeName = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

interface LocalPodOptions extends LocalClusterOptions {
  readonly set: RenderedSet;
  /** The loopback address of each pod, by its DNS name. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly directory: string;
}

/** A pod as processes of this machine: started, probed and ended as the kubelet would. */
export class LocalPod {
  public readonly name: string;
  public readonly address: string;
  private process?: BackgroundProcess;

  constructor(
    private readonly pod: RenderedPod,
    private readonly options: LocalPodOptions,
  ) {
    this.name = pod.name;
    this.address = options.addresses.get(pod.host) ?? '';
    this.makeDirectory(options.directory);
    for (const container of [...options.set.initContainers, options.set.container]) {
      container.volumeMounts?.forEach((mount) => {
        this.makeVolume(mount, this.envOf(container));
      });
    }
  }

  /** What its main process has printed since it was started last. */
  public get output(): string {
    return this.process?.output ?? '';
  }

  /** Runs the init containers one after the other, then starts the container. */
  public async start(): Promise<void> {
    for (const container of this.options.set.initContainers) {
      const { isSuccess, output } = await run(this.mainInvocation(container));
      if (!isSuccess) {
        throw new Error(`init container '${container.name}' of ${this.name} failed: ${output}`);
      }
    }
    const { container } = this.options.set;
    this.process = new BackgroundProcess(this.mainInvocation(container));
  }

  /** Ends the container; its volumes stay. */
  public async stop(): Promise<void> {
    await this.process?.stop(this.options.stopSignal ?? 'SIGTERM');
    this.process = undefined;
  }

  /** Runs a command as `kubectl exec` would. */
  public exec(...command: string[]): Promise<Outcome> {
    return run(this.invocation(this.options.set.container, command));
  }

  /** Whether a probe of the container succeeds now. */
  public async probe(name: ProbeName): Promise<boolean> {
    const { httpGet, tcpSocket, exec } = this.options.set.container[name] ?? {};
    if (httpGet !== undefined) {
      return fetch(`http://${this.address}:${httpGet.port}${httpGet.path}`).then(
        ({ ok }) => ok,
        () => false,
      );
    }
    if (tcpSocket !== undefined) {
      return accepts(this.address, tcpSocket.port);
    }
    if (exec !== undefined) {
      return (await this.exec(...exec.command)).isSuccess;
    }
    throw new Error(`the container has no ${name}`);
  }

  /** A text of the manifest as this machine understands it: loopback addresses for names, directories for mounts. */
  private localText(text: string, { volumeMounts = [] }: RenderedContainer): string {
    const local = new Map([
      ...this.options.addresses,
      // In a pod these are its own.
      ['0.0.0.0', this.address],
      ['127.0.0.1', this.address],
      ...Object.entries(this.options.words ?? {}),
      ...volumeMounts.map((mount): [string, string] => [mount.mountPath, this.directoryOf(mount)]),
    ]);
    const words = [...local.keys()].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const whole = new RegExp(`(?<![\\w.-])(${words.join('|')})(?![\\w-]|\\.\\w)`, 'g');
    return text.replace(whole, (word) => local.get(word) ?? word);
  }

  private mainInvocation(container: RenderedContainer): Invocation {
    const { command, args = [] } = container;
    const invocation = this.invocation(container, [...(command ?? []), ...args]);
    const { entrypoint = [] } = this.options;
    return command === undefined
      ? { ...invocation, command: [...entrypoint, ...invocation.command] }
      : invocation;
  }

  private invocation(container: RenderedContainer, command: readonly string[]): Invocation {
    const { set, directory } = this.options;
    const env = this.envOf(container);
    const [program, ...args] = command.map((word) => this.localText(expand(word, env), container));
    return {
      // Where the image has a program and where this machine has it need not be the same.
      command: [existsSync(program) ? program : basename(program), ...args],
      env,
      directory,
      user: set.user,
      group: set.group,
    };
  }

  private envOf(container: RenderedContainer): Record<string, string> {
    const env: Record<string, string> = { ...this.options.env, LOCAL_ADDRESS: this.address };
    for (const variable of container.env ?? []) {
      env[variable.name] = this.localText(expand(this.valueOf(variable), env), container);
    }
    return env;
  }

  private valueOf({ name, value, valueFrom }: RenderedVariable): string {
    const { fieldRef, secretKeyRef } = valueFrom ?? {};
    const secret = secretKeyRef && this.options.secrets?.[`${secretKeyRef.name}/${secretKeyRef.key}`];
    const fields: Record<string, string> = {
      'metadata.name': this.pod.name,
      "metadata.labels['apps.kubernetes.io/pod-index']": String(this.pod.ordinal),
      'status.podIP': this.address,
    };
    const found = value ?? secret ?? (fieldRef && fields[fieldRef.fieldPath]);
    if (found === undefined) {
      throw new Error(`nothing is known of the environment variable ${name}`);
    }
    return found;
  }

  private makeVolume(mount: RenderedMount, env: Record<string, string>): void {
    const directory = this.directoryOf(mount);
    this.makeDirectory(directory);
    const { set } = this.options;
    const part = expand(mount.subPathExpr ?? '', env);
    for (const [path, content] of Object.entries(set.files.get(mount.name) ?? {})) {
      if (path.startsWith(part)) {
        const file = join(directory, path.slice(part.length));
        this.makeDirectory(dirname(file));
        writeFileSync(file, this.localText(content, set.container));
      }
    }
  }

  private directoryOf({ name, subPath = '' }: RenderedMount): string {
    return join(this.options.directory, name, subPath);
  }

  private makeDirectory(directory: string): void {
    mkdirSync(directory, { recursive: true });
    const { user, group } = this.options.set;
    if (process.getuid?.() === 0 && user !== undefined) {
      chownSync(directory, user, group ?? user);
    }
  }
}

/** As the kubelet expands `$(NAME)`; what it doesn't know stays. */
function expand(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\((\w+)\)/g, (all, name?: string) =>
    name === undefined ? '$' : (env[name] ?? all),
  );
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const done = (result: boolean) => (): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });
}
