import { isAbsolute, normalize, sep } from 'node:path';
import {
  type Notice,
  type NoticeLevel,
  type NoticeRule,
  noticeText,
  printableNotice,
  sentenceText,
} from './notice';
import { jsonText } from './printable';

/** What the log says of the tool. */
export interface SarifTool {
  readonly command: string;
  readonly version: string;
  /** Everything that the rules of notices may be. */
  readonly rules: ReadonlyMap<string, NoticeRule>;
}

/** The name of the fingerprint. Its number grows when fingerprints are made in another way. */
const FINGERPRINT = 'cdk8sStateful/v1';

/**
 * A log in SARIF 2.1.0, which code scanning of GitHub, GitLab, Azure DevOps and editors read. It lists the rules of
 * its results. Notices without a rule are problems of the input: the run was no success.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifText(notices: readonly Notice[], tool: SarifTool): string {
  const shown = notices.map(printableNotice);
  const results = shown.filter(({ code }) => tool.rules.has(code));
  const problems = shown.filter(({ code }) => !tool.rules.has(code));
  const rules = [...new Set(results.map(({ code }) => code))].flatMap((code) => tool.rules.get(code) ?? []);
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: `cdk8s-stateful ${tool.command}`,
            version: tool.version,
            semanticVersion: tool.version,
            informationUri: 'https://github.com/cdk8s-stateful/cdk8s-stateful',
            rules: rules.map(ruleOf),
          },
        },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            ...(problems.length === 0 ? {} : { toolExecutionNotifications: problems.map(notificationOf) }),
          },
        ],
        results: results.map((notice) => resultOf(notice, indexes.get(notice.code) ?? -1)),
      },
    ],
  };
  return `${jsonText(log)}\n`;
}

function ruleOf({ code, level, title, why, help, page }: NoticeRule): object {
  const [whyText, helpText] = [why, help].map(sentenceText);
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: sentenceText(title) },
    fullDescription: { text: whyText },
    help: { text: `${whyText} ${helpText}`, markdown: `${whyText}\n\n**What to do:** ${helpText}` },
    helpUri: page,
    defaultConfiguration: { level },
  };
}

function resultOf(notice: Notice, ruleIndex: number): object {
  const { code, level, details, fingerprint } = notice;
  return {
    ruleId: code,
    ruleIndex,
    level,
    message: messageOf([noticeText(notice), ...details]),
    locations: [locationOf(notice)],
    ...(fingerprint === undefined ? {} : { partialFingerprints: { [FINGERPRINT]: fingerprint } }),
  };
}

function notificationOf(notice: Notice): object {
  const level: NoticeLevel = notice.level;
  return {
    descriptor: { id: notice.code },
    level,
    message: messageOf([noticeText(notice), ...notice.details]),
    locations: [locationOf(notice)],
  };
}

/** A text in which nothing is a link: `](` makes one. */
function messageOf(sentences: readonly string[]): object {
  return { text: sentences.map(sentenceText).join(' ').replaceAll('](', '] (') };
}

function locationOf({ source, object, path: field }: Notice): object {
  return {
    ...(source === undefined || source.file === ''
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: uriOf(source.file) },
            ...(source.line === undefined ? {} : { region: { startLine: source.line } }),
          },
        }),
    ...(object === undefined
      ? {}
      : {
          logicalLocations: [
            { name: object, fullyQualifiedName: [object, field].filter(Boolean).join(' '), kind: 'resource' },
          ],
        }),
  };
}

/** The address of a file: relative where its path is, which is what code scanning matches with the repository. */
function uriOf(file: string): string {
  const normal = normalize(file).split(sep).map(encodeURIComponent).join('/');
  return isAbsolute(file) ? `file://${normal.startsWith('/') ? '' : '/'}${normal}` : normal;
}

/** `SET_NAME_TOO_LONG` as names of rules are written: `SetNameTooLong`. */
function pascalCase(code: string): string {
  return code
    .toLowerCase()
    .split('_')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
