import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { CONTEXT, type Ended, type Place } from './cluster';

/** How a script is run. */
export interface RunOptions {
  /** The script is killed right after this many commands that change the cluster; never where it is absent. */
  readonly killAfter?: number;
  readonly context?: string;
  /** Further options of the script. */
  readonly options?: readonly string[];
  /** The folder that it runs in, where it is not that of the place. */
  readonly cwd?: string;
  /** Another configuration of kubectl. */
  readonly kubeconfig?: string;
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds that the script waits for one thing. */
  readonly timeout?: number;
}

/** What a script did. */
export interface ScriptRun extends Ended {
  /** The commands that changed the cluster, in their order. */
  readonly commands: readonly string[];
  /** The pods that it deleted, in their order: those that the API server let go. */
  readonly deletions: readonly Deletion[];
}

/** A pod that a script deleted. */
export interface Deletion {
  readonly name: string;
  readonly uid: string;
}

/** Stands before kubectl: notes what changes the cluster, and kills the whole script after the given number of it. */
const WATCHED_KUBECTL = `#!/bin/sh
case " $* " in *" --dry-run="* | *" --local "*) exec "$REAL_KUBECTL" "$@" ;; esac
for word do
  case $word in
    delete | patch | create | apply | label | replace)
      status=0
      case " $* " in
        *" delete --raw /api/v1/namespaces/"*/pods/*)
          cat >"$COMMANDS.options"
          "$REAL_KUBECTL" "$@" <"$COMMANDS.options" || status=$?
          [ "$status" -ne 0 ] || printf '%s %s\n' "$(cat "$COMMANDS.options" | tr -d ' \n')" "$*" >>"$COMMANDS.deletions"
          ;;
        *) "$REAL_KUBECTL" "$@" || status=$? ;;
      esac
      printf '%s\\n' "$*" | tr '\\n' ' ' >>"$COMMANDS"
      printf '\\n' >>"$COMMANDS"
      [ "$(wc -l <"$COMMANDS")" -ne "$KILL_AFTER" ] || kill -9 "-$(cat "$COMMANDS.group")"
      exit "$status"
      ;;
    get | auth | config | version) exec "$REAL_KUBECTL" "$@" ;;
  esac
done
exec "$REAL_KUBECTL" "$@"
`;

let runs = 0;

/** Runs a script in the folder of a place, to its end or until it is killed. */
export function runScript(place: Place, script: string, options: RunOptions = {}): Promise<ScriptRun> {
  runs += 1;
  const bin = path.join(place.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, 'kubectl'), WATCHED_KUBECTL);
  chmodSync(path.join(bin, 'kubectl'), 0o755);
  const file = path.join(place.folder, 'migration.sh');
  writeFileSync(file, script);
  const commands = path.join(place.folder, `commands-${runs}`);
  const { context = CONTEXT, timeout = 180 } = options;
  const times = ['--interval', '0', '--timeout', String(timeout)];
  const child = spawn('sh', [file, '--context', context, ...times, ...(options.options ?? [])], {
    cwd: options.cwd ?? place.folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH ?? ''}`,
      REAL_KUBECTL: process.env.CLUSTER_KUBECTL,
      COMMANDS: commands,
      KILL_AFTER: String(options.killAfter ?? 0),
      ...options.environment,
      ...(options.kubeconfig === undefined ? {} : { KUBECONFIG: options.kubeconfig }),
    },
  });
  writeFileSync(`${commands}.group`, String(child.pid));
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const deletions = linesOf(`${commands}.deletions`).map((line): Deletion => ({
        name: /\/pods\/(\S+)/.exec(line)?.[1] ?? '',
        uid: /"uid":"([^"]*)"/.exec(line)?.[1] ?? '',
      }));
      resolve({ code: code ?? 137, out, err, commands: linesOf(commands), deletions });
    });
  });
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}
