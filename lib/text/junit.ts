import { type Notice, noticeText, printableNotice, sentenceText } from './notice';
import { xmlAttribute, xmlText } from './xml';

/** The test cases of one file or object. */
export interface JunitSuite {
  readonly name: string;
  readonly notices: readonly Notice[];
  /** What was looked at and is fine, a name each. */
  readonly passed: readonly string[];
}

/**
 * A report in the XML of JUnit, as Jenkins, GitLab, Azure DevOps and others read it. Each notice is a test case, which
 * fails where the command fails for it; a notice that does not is told as the output of a test that passed.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export function junitText(command: string, suites: readonly JunitSuite[]): string {
  const className = `cdk8s-stateful.${command}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-stateful ${command}" ${countsOf(suites)}>`,
    ...suites.flatMap((suite) => suiteLines(suite, className)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(suite: JunitSuite, className: string): readonly string[] {
  return [
    `  <testsuite name="${xmlAttribute(suite.name)}" ${countsOf([suite])}>`,
    ...suite.notices.flatMap((notice) => caseLines(printableNotice(notice), className)),
    ...suite.passed.map((name) => `    <testcase name="${xmlAttribute(name)}" classname="${className}"/>`),
    '  </testsuite>',
  ];
}

function caseLines(notice: Notice, className: string): readonly string[] {
  const { code, object, path, source, details, isFailure } = notice;
  const name = `${code}: ${[object, path].filter(Boolean).join(' ')}`;
  const place = source === undefined ? [] : [[source.file, source.line].filter(Boolean).join(':')];
  const text = xmlText([...place, ...[noticeText(notice), ...details].map(sentenceText)].join('\n'));
  return [
    `    <testcase name="${xmlAttribute(name)}" classname="${className}">`,
    isFailure
      ? `      <failure type="${xmlAttribute(code)}" message="${xmlAttribute(noticeText(notice))}">${text}</failure>`
      : `      <system-out>${text}</system-out>`,
    '    </testcase>',
  ];
}

function countsOf(suites: readonly JunitSuite[]): string {
  const notices = suites.flatMap((suite) => suite.notices);
  const tests = notices.length + suites.reduce((sum, { passed }) => sum + passed.length, 0);
  return `tests="${tests}" failures="${notices.filter(({ isFailure }) => isFailure).length}" errors="0"`;
}
