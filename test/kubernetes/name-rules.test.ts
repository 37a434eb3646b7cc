import {
  containerPortNameProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
  serviceNameProblem,
  setNameLengthProblem,
  type NameRule,
} from '../../lib/kubernetes/name-rules';

const CASES: [string, NameRule, { good: string[]; bad: string[] }][] = [
  [
    'a DNS label',
    dnsLabelProblem,
    { good: ['a', '0', 'web-0', 'a'.repeat(63)], bad: ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a'.repeat(64)] },
  ],
  [
    'a Service name',
    serviceNameProblem,
    { good: ['a', 'web-1'], bad: ['', '1st', 'a-', 'a.b', 'a'.repeat(64)] },
  ],
  [
    'a DNS subdomain',
    dnsSubdomainProblem,
    { good: ['a', 'a.b-c.0'], bad: ['', 'a..b', '.a', 'a.', 'a_b', 'a'.repeat(254)] },
  ],
  [
    'a label value',
    labelValueProblem,
    { good: ['', 'a', 'A_b.c-0'], bad: ['-a', 'a ', 'a/b', 'a'.repeat(64)] },
  ],
  [
    'a label key',
    labelKeyProblem,
    { good: ['app', 'a.b/app'], bad: ['', 'a/', '/a', 'a b/c', 'a/b/c', 'A/b'] },
  ],
  ['a set name', setNameLengthProblem, { good: ['a'.repeat(52)], bad: ['a'.repeat(53)] }],
  [
    'a container port name',
    containerPortNameProblem,
    {
      good: ['a', 'http', '8080-a', 'a'.repeat(15)],
      bad: ['', '8080', 'a--b', '-a', 'a-', 'Http', 'a'.repeat(16)],
    },
  ],
];

describe.each(CASES)('the rule for %s', (_, problem, { good, bad }) => {
  it.each(good)('accepts %j', (name) => {
    expect(problem(name)).toBeUndefined();
  });

  it.each(bad)('says what is wrong with %j', (name) => {
    expect(problem(name)).toMatch(/^must /);
  });
});
