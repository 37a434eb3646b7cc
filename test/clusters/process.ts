import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAM_DIRECTORIES } from './programs';

/** How a program is run. */
export interface Invocation {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly user?: number;
  readonly group?: number;
}

/** A program that runs in the background, in a process group of its own. */
export class BackgroundProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private text = '';

  constructor(invocation: Invocation) {
    this.child = start(invocation);
    this.ended = once(this.child, 'close');
    // Else a program that cannot be started would end the test run.
    this.ended.catch((error: unknown) => (this.text += String(error)));
    this.child.stdout?.on('data', (data: Buffer) => (this.text += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.text += data.toString()));
  }

  /** What it has printed. */
  public get output(): string {
    return this.text;
  }

  /** Whether it still runs. */
  public get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends it, with all that it has started: first asks, then doesn't. */
  public async stop(signal: NodeJS.Signals): Promise<void> {
    const killing = setTimeout(() => {
      this.signal('SIGKILL');
    }, 10_000);
    this.signal(signal);
    await this.ended.catch(() => undefined);
    clearTimeout(killing);
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.isRunning && this.child.pid !== undefined) {
      process.kill(-this.child.pid, signal);
    }
  }
}

/** What a program that has ended has printed, and whether it has succeeded. */
export interface Outcome {
  readonly isSuccess: boolean;
  readonly output: string;
}

/** Runs a program to its end. */
export async function run(invocation: Invocation): Promise<Outcome> {
  const child = start(invocation);
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { isSuccess: code === 0, output };
}

/**
 * Waits until a condition holds.
 *
 * @throws with the output of the processes, when it doesn't in time
 */
export async function until(
  what: string,
  processes: { readonly output: string },
  condition: () => Promise<boolean>,
  seconds = 100,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`waited ${seconds} seconds in vain until ${what}\n${processes.output}`);
    }
    await sleep(200);
  }
}

function start({ command, env, directory, user, group }: Invocation): ChildProcess {
  const [program, ...args] = command;
  return spawn(program, args, {
    cwd: directory,
    env: { PATH: PROGRAM_DIRECTORIES.join(delimiter), LANG: 'C.UTF-8', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Only root may choose.
    ...(process.getuid?.() === 0 ? { uid: user, gid: group } : {}),
  });
}
