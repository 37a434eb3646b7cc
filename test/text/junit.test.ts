import { junitText } from '../../lib/text/junit';
import { brokenJunit } from './junit-shape';
import { noticeWith } from './notices';

test('failures, warnings and what passed are test cases of their suites, and are counted', () => {
  const report = junitText('check', [
    {
      name: 'a.yaml',
      notices: [noticeWith(), noticeWith({ code: 'B_CODE', level: 'warning', isFailure: false })],
      passed: ['Service prod/web'],
    },
    { name: 'b.yaml', notices: [], passed: ['Service prod/b'] },
  ]);
  expect(brokenJunit(report)).toBeUndefined();
  expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-stateful check" tests="4" failures="1" errors="0">
  <testsuite name="a.yaml" tests="3" failures="1" errors="0">
    <testcase name="A_CODE: StatefulSet prod/web spec.replicas" classname="cdk8s-stateful.check">
      <failure type="A_CODE" message="StatefulSet prod/web: spec.replicas must be a number, got &quot;a&quot;">dist/web.yaml:7
StatefulSet prod/web: spec.replicas must be a number, got "a".
The API server rejects the object.
Write a number.</failure>
    </testcase>
    <testcase name="B_CODE: StatefulSet prod/web spec.replicas" classname="cdk8s-stateful.check">
      <system-out>dist/web.yaml:7
StatefulSet prod/web: spec.replicas must be a number, got "a".
The API server rejects the object.
Write a number.</system-out>
    </testcase>
    <testcase name="Service prod/web" classname="cdk8s-stateful.check"/>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="0" errors="0">
    <testcase name="Service prod/b" classname="cdk8s-stateful.check"/>
  </testsuite>
</testsuites>
`);
});

test('text of the input stays text: markup is escaped, and no character is one that XML does not allow', () => {
  const hostile = 'a b=c "/><failure>&\u0000\u001b]]>\n';
  const report = junitText('plan', [
    {
      name: hostile,
      notices: [
        noticeWith({
          object: hostile,
          path: hostile,
          message: hostile,
          details: [hostile],
          source: { file: hostile },
        }),
      ],
      passed: [hostile],
    },
  ]);
  expect(brokenJunit(report)).toBeUndefined();
  expect(report).not.toMatch(/[^\n -\uffff]/);
  expect(report.match(/<failure/g)).toHaveLength(1);
});

test.each(['<a/>', '<testsuites', '</testcase>', '<failure/>'])(
  'the shape is looked at: %s is no report',
  (text) => {
    expect(brokenJunit(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`)).toBeDefined();
  },
);
