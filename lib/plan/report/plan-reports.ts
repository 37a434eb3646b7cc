import { problemNotices } from '../../check/report/check-notices';
import { type InputProblem } from '../../manifests/reading/input-problem';
import { githubAnnotations } from '../../text/github-annotations';
import { type Notice } from '../../text/notice';
import { type Palette } from '../../text/palette';
import { jsonText } from '../../text/printable';
import { sarifText } from '../../text/sarif';
import { type Plan } from '../plan-model';
import { type Effect } from '../policy/effect';
import { type PlanJson } from './plan-json';
import { planJunit } from './plan-junit';
import { planMarkdown } from './plan-markdown';
import { planNoticeRules, planNotices } from './plan-notices';
import { planScript } from './plan-script';
import { planText } from './plan-text';
import { changeCounts } from './plan-words';

/** A plan, with what its reports say besides. */
export interface Planned {
  readonly planned: Plan;
  readonly json: PlanJson;
  /** From which effect on a change fails; `NONE` for none. */
  readonly failOn: Effect;
  /** The version of this package. */
  readonly toolVersion: string;
  /** Input that could not be read: changes say nothing of it. */
  readonly problems: readonly InputProblem[];
}

/** The reports of a plan by their formats: those of the command that need no more, and of the class that code uses. */
export const PLAN_REPORTS = {
  text: ({ json }: Planned, palette?: Palette) => planText(json, palette),
  json: ({ json }: Planned) => `${jsonText(json)}\n`,
  markdown: ({ json }: Planned) => planMarkdown(json),
  script: ({ planned }: Planned) => planScript(planned),
  sarif: (planned: Planned) =>
    sarifText(noticesOf(planned), {
      command: 'plan',
      version: planned.toolVersion,
      rules: planNoticeRules(),
    }),
  junit: ({ json, failOn, problems }: Planned) => planJunit(json, failOn, problemNotices(problems)),
  github: (planned: Planned) =>
    [...githubAnnotations(noticesOf(planned)), changeCounts(planned.json), ''].join('\n'),
} as const satisfies Readonly<Record<string, (planned: Planned, palette?: Palette) => string>>;

/** A format in which a plan is reported. */
export type PlanFormat = keyof typeof PLAN_REPORTS;

function noticesOf({ json, failOn, problems }: Planned): readonly Notice[] {
  return [...problemNotices(problems), ...planNotices(json, failOn)];
}
