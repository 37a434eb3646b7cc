import { type Notice, type NoticeLevel, noticeText, printableNotice, sentenceText } from './notice';

const COMMANDS: Readonly<Record<NoticeLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Annotations at files and lines, as the log of GitHub Actions makes them of commands, worst first: GitHub shows ten of
 * each level of one step.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function githubAnnotations(notices: readonly Notice[]): readonly string[] {
  const levels = Object.keys(COMMANDS);
  return [...notices]
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .map((notice) => annotation(printableNotice(notice)));
}

function annotation(notice: Notice): string {
  const { code, level, source, details } = notice;
  const properties = [
    ...(source === undefined || source.file === '' ? [] : [`file=${property(source.file)}`]),
    ...(source?.line === undefined ? [] : [`line=${source.line}`]),
    `title=${property(code)}`,
  ];
  const lines = [noticeText(notice), ...details].map(sentenceText);
  return `::${COMMANDS[level]} ${properties.join(',')}::${data(lines.join('\n'))}`;
}

/** Text after the last colons of a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Text between the name of a property and the next comma. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
