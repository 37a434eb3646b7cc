import Ajv, { type ErrorObject } from 'ajv';

/**
 * What the schema of SARIF 2.1.0 says of the parts that reports use, with the same names, types, limits and required
 * properties; whatever it does not know is refused here too. A log that is valid here is valid there.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 */
const DEFINITIONS = {
  artifactLocation: closed({ uri: { type: 'string' } }),
  invocation: closed(
    {
      executionSuccessful: { type: 'boolean' },
      toolExecutionNotifications: list('notification'),
    },
    ['executionSuccessful'],
  ),
  level: { enum: ['none', 'note', 'warning', 'error'] },
  location: closed({
    physicalLocation: ref('physicalLocation'),
    logicalLocations: { ...list('logicalLocation'), uniqueItems: true },
  }),
  logicalLocation: closed({
    name: { type: 'string' },
    fullyQualifiedName: { type: 'string' },
    kind: { type: 'string' },
  }),
  message: closed({ text: { type: 'string' } }, ['text']),
  multiformatMessageString: closed({ text: { type: 'string' }, markdown: { type: 'string' } }, ['text']),
  notification: closed(
    {
      descriptor: ref('reportingDescriptorReference'),
      level: ref('level'),
      message: ref('message'),
      locations: list('location'),
    },
    ['message'],
  ),
  physicalLocation: closed({ artifactLocation: ref('artifactLocation'), region: ref('region') }, [
    'artifactLocation',
  ]),
  region: closed({ startLine: { type: 'integer', minimum: 1 } }),
  reportingConfiguration: closed({ level: ref('level') }),
  reportingDescriptor: closed(
    {
      id: { type: 'string' },
      name: { type: 'string' },
      shortDescription: ref('multiformatMessageString'),
      fullDescription: ref('multiformatMessageString'),
      help: ref('multiformatMessageString'),
      helpUri: { type: 'string', pattern: '^https://' },
      defaultConfiguration: ref('reportingConfiguration'),
    },
    ['id'],
  ),
  reportingDescriptorReference: closed({ id: { type: 'string' } }, ['id']),
  result: closed(
    {
      ruleId: { type: 'string' },
      ruleIndex: { type: 'integer', minimum: -1 },
      level: ref('level'),
      message: ref('message'),
      locations: list('location'),
      partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    },
    ['message'],
  ),
  run: closed({ tool: ref('tool'), invocations: list('invocation'), results: list('result') }, ['tool']),
  tool: closed({ driver: ref('toolComponent') }, ['driver']),
  toolComponent: closed(
    {
      name: { type: 'string' },
      version: { type: 'string' },
      semanticVersion: { type: 'string' },
      informationUri: { type: 'string', pattern: '^https://' },
      rules: { ...list('reportingDescriptor'), uniqueItems: true },
    },
    ['name'],
  ),
};

const validate = new Ajv({ strict: true, allErrors: true }).compile({
  definitions: DEFINITIONS,
  ...closed({ $schema: { type: 'string' }, version: { enum: ['2.1.0'] }, runs: list('run') }, [
    'version',
    'runs',
  ]),
});

/** What is wrong with a log; empty where it is valid. */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  validate(log);
  return validate.errors ?? [];
}

function ref(name: string): object {
  return { $ref: `#/definitions/${name}` };
}

function list(name: string): object {
  return { type: 'array', items: ref(name) };
}

function closed(properties: Readonly<Record<string, object>>, required: readonly string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, required: [...required] };
}
