import { githubAnnotations } from '../../text/github-annotations';
import { type Palette } from '../../text/palette';
import { jsonText } from '../../text/printable';
import { sarifText } from '../../text/sarif';
import { checkJunit } from './check-junit';
import { checkMarkdown } from './check-markdown';
import { checkNoticeRules, checkNotices } from './check-notices';
import { checkSummary, checkText } from './check-text';
import { type Checked } from './checked';

/** The reports of a check by their formats: those of the command, and of the class that code uses. */
export const CHECK_REPORTS = {
  text: ({ json }: Checked, palette?: Palette) => checkText(json, palette),
  json: ({ json }: Checked) => `${jsonText(json)}\n`,
  markdown: ({ json }: Checked) => checkMarkdown(json),
  sarif: ({ json, isStrict, toolVersion }: Checked) =>
    sarifText(checkNotices(json, isStrict), {
      command: 'check',
      version: toolVersion,
      rules: checkNoticeRules(),
    }),
  junit: ({ json, isStrict, clean }: Checked) => checkJunit(checkNotices(json, isStrict), clean),
  github: ({ json, isStrict }: Checked) =>
    [...githubAnnotations(checkNotices(json, isStrict)), checkSummary(json), ''].join('\n'),
} as const satisfies Readonly<Record<string, (checked: Checked, palette?: Palette) => string>>;

/** A format in which a check is reported. */
export type CheckFormat = keyof typeof CHECK_REPORTS;

/** The formats, the default first. */
export const CHECK_FORMATS = Object.keys(CHECK_REPORTS) as unknown as readonly [
  CheckFormat,
  ...CheckFormat[],
];
