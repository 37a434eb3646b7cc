/* eslint-disable @typescript-eslint/no-require-imports -- imports would load all commands for one */
import type * as Adopt from './adopt-command';
import type * as Check from './check-command';
import { type Command } from './command';
import type * as Completion from './completion-command';
import type * as Plan from './plan-command';
import type * as Show from './show-command';

/**
 * Every command by its name, in the order of the help. Each is loaded when it is asked for: a check does not wait for
 * the planner. The names of these files are those of the bundled files, too.
 */
export const COMMANDS: Readonly<Record<string, () => Command>> = {
  check: () => (require('./check-command') as typeof Check).checkCommand,
  plan: () => (require('./plan-command') as typeof Plan).planCommand,
  show: () => (require('./show-command') as typeof Show).showCommand,
  adopt: () => (require('./adopt-command') as typeof Adopt).adoptCommand,
  completion: () => (require('./completion-command') as typeof Completion).completionCommand,
};
