import { type Command } from './command';
import { type Option } from './option';
import { CONFIGURED_COMMANDS, settingKey, SHARED_SETTINGS } from './settings';

/** The JSON schema of a file of settings, made of the options that parse arguments. Editors complete and check by it. */
export function settingsSchema(commands: readonly Pick<Command, 'name' | 'options'>[]): object {
  const configured = commands.filter(({ name }) => CONFIGURED_COMMANDS.some((one) => one === name));
  const shared = configured
    .flatMap(({ options }) => options)
    .filter((option) => SHARED_SETTINGS.has(settingKey(option)));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of cdk8s-stateful',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...propertiesOf(shared),
      ...Object.fromEntries(
        configured.map(({ name, options }) => [
          name,
          {
            description: `Settings of cdk8s-stateful ${name}.`,
            type: 'object',
            additionalProperties: false,
            properties: propertiesOf(options),
          },
        ]),
      ),
    },
  };
}

function propertiesOf(options: readonly Option[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    options
      .filter(({ isSetting }) => isSetting === true)
      .map((option) => [settingKey(option), { description: option.help.join(' '), ...typeOf(option) }]),
  );
}

function typeOf({ value, choices, isRepeatable }: Option): object {
  const one =
    value === undefined
      ? { type: 'boolean' }
      : { type: 'string', ...(choices === undefined ? {} : { enum: choices }) };
  return isRepeatable === true ? { type: 'array', items: one } : one;
}
