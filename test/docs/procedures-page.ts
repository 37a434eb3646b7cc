import { type KindOfChange } from '../control-plane/kinds-of-change';

/** What a real control plane showed of one procedure. */
export interface SeenProcedure {
  /** How many commands of the script changed the cluster. */
  readonly commands: number;
  /** How often a script was killed on the way before it ended well. */
  readonly kills: number;
}

/** By version and by the title of the kind of change. */
export type SeenProcedures = Readonly<Record<string, Readonly<Partial<Record<string, SeenProcedure>>>>>;

/** The table of the page of procedures: what each script did on real control planes. */
export function proceduresTable(
  migrated: readonly KindOfChange[],
  byHand: readonly KindOfChange[],
  seen: SeenProcedures,
): string {
  const versions = Object.keys(seen);
  const heading = ['a set gets', ...versions.map((version) => `Kubernetes ${version}`)];
  const rows = migrated.map(({ title }) => [title, ...versions.map((version) => cell(seen[version][title]))]);
  const manual = byHand.map(({ title }) => [title, ...versions.map(() => 'no script: steps for a person')]);
  return [heading, heading.map(() => '---'), ...rows, ...manual]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cell(seen: SeenProcedure | undefined): string {
  if (seen === undefined) {
    return 'kubectl apply does it';
  }
  const { commands, kills } = seen;
  return `done with ${commands} changes; again after ${kills} kills`;
}
