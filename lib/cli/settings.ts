import { existsSync } from 'node:fs';
import { InputBudget } from '../manifests/reading/input-budget';
import { readFileText } from '../manifests/reading/read-text';
import { readYamlDocument } from '../manifests/reading/yaml-document';
import { YamlProblem } from '../manifests/reading/yaml-events';
import { linesOf } from '../manifests/reading/yaml-lines';
import { type FieldPath, pathText } from '../manifests/field-path';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue, typeNameOf } from '../manifests/json';
import { PROGRAM, UsageError } from './command';
import { type Option } from './option';
import { suggestion } from './suggestion';

/** The file of settings that is read where it is there. */
export const SETTINGS_FILE = 'cdk8s-stateful.yaml';

/** The file of a project, and the key that may hold the settings instead, by the name of the command. */
const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = PROGRAM;

/** The commands that a file of settings has a section for. */
export const CONFIGURED_COMMANDS = ['check', 'plan', 'show'] as const;

/** Settings that hold for every command, outside the sections. */
export const SHARED_SETTINGS: ReadonlySet<string> = new Set(['kubernetesVersion', 'namespace']);

/** Values of options by their names, as arguments would give them. */
export type SettingValues = Readonly<Record<string, string | boolean | string[]>>;

/** The settings of one command, from the file that is given, or the one of this folder. Throws {@link UsageError}. */
export function settingsOf(command: string, options: readonly Option[], file?: string): SettingValues {
  const settings = readSettings(file);
  if (settings === undefined) {
    return {};
  }
  const own = options.filter(({ isSetting }) => isSetting === true);
  const byKey = new Map(own.map((option) => [settingKey(option), option]));
  checkKeys(settings, settings.value, [], [...SHARED_SETTINGS, ...CONFIGURED_COMMANDS]);
  const section = fieldOf(settings.value, command);
  if (section !== undefined && !isObject(section)) {
    throw faultOf(settings, [command], `must be a mapping, got ${typeNameOf(section)}`);
  }
  checkKeys(settings, section ?? {}, [command], [...byKey.keys()]);
  return Object.fromEntries(
    [...byKey].flatMap(([key, option]) => {
      const path = section !== undefined && Object.hasOwn(section, key) ? [command, key] : [key];
      const value =
        path.length > 1
          ? fieldOf(section, key)
          : SHARED_SETTINGS.has(key)
            ? fieldOf(settings.value, key)
            : undefined;
      return value === undefined ? [] : [[option.name, valueOf(settings, value, path, option)]];
    }),
  );
}

/** The key of an option in a file of settings: `kubernetesVersion` for --kubernetes-version. */
export function settingKey({ name }: Pick<Option, 'name'>): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

interface Settings {
  readonly file: string;
  readonly value: JsonObject;
  /** Where the settings begin in the file. */
  readonly at: FieldPath;
  readonly text: string;
}

function readSettings(given: string | undefined): Settings | undefined {
  if (given !== undefined) {
    return settingsIn(given, []);
  }
  const own = existsSync(SETTINGS_FILE) ? settingsIn(SETTINGS_FILE, []) : undefined;
  const project = existsSync(PACKAGE_FILE) ? projectSettings() : undefined;
  if (own !== undefined && project !== undefined) {
    throw new UsageError(
      `${SETTINGS_FILE} and ${PACKAGE_FILE} both have settings; keep one of them [SETTINGS_INVALID]`,
    );
  }
  return own ?? project;
}

/** A project may have a package.json that is none of our business: only one with the key is looked at. */
function projectSettings(): Settings | undefined {
  const text = readFileText(PACKAGE_FILE, new InputBudget());
  return typeof text === 'string' && mayHaveSettings(text)
    ? settingsIn(PACKAGE_FILE, [PACKAGE_KEY])
    : undefined;
}

/** Most projects name this package among their dependencies alone, which JSON.parse tells soonest. */
function mayHaveSettings(text: string): boolean {
  try {
    return (
      text.includes(`"${PACKAGE_KEY}"`) && fieldOf(JSON.parse(text) as JsonValue, PACKAGE_KEY) !== undefined
    );
  } catch {
    // What is wrong with it is told with its line.
    return true;
  }
}

function settingsIn(file: string, at: FieldPath): Settings | undefined {
  const text = readFileText(file, new InputBudget());
  if (typeof text !== 'string') {
    throw new UsageError(`${file}: ${text.message} [${text.code}]`);
  }
  const document = documentOf(file, text);
  const value = at.reduce<JsonValue | undefined>((found, key) => fieldOf(found, String(key)), document);
  if (value === undefined || value === null) {
    return undefined;
  }
  const settings = { file, text, at, value: {} };
  if (!isObject(value)) {
    throw faultOf(settings, [], 'must be a mapping of settings');
  }
  return { ...settings, value };
}

function documentOf(file: string, text: string): JsonValue | undefined {
  try {
    return readYamlDocument(text).value;
  } catch (error) {
    if (error instanceof YamlProblem) {
      throw new UsageError(`${file}:${error.line}: ${error.message} [${error.code}]`);
    }
    throw error;
  }
}

function checkKeys(settings: Settings, value: JsonObject, at: FieldPath, known: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw faultOf(settings, [...at, unknown], `is no setting${suggestion(unknown, known)}`);
  }
}

function valueOf(
  settings: Settings,
  value: JsonValue,
  path: FieldPath,
  option: Option,
): string | boolean | string[] {
  if (option.isRepeatable === true) {
    if (!isList(value) || !value.every((one) => typeof one === 'string')) {
      throw faultOf(settings, path, 'must be a list of texts');
    }
    return [...value];
  }
  if (option.value === undefined ? typeof value !== 'boolean' : typeof value !== 'string') {
    // Without quotes YAML makes the number 1.3 of 1.30.
    const wanted = option.value === undefined ? 'true or false' : 'text in quotes';
    throw faultOf(settings, path, `must be ${wanted}, got ${typeNameOf(value)}`);
  }
  const { choices } = option;
  if (choices !== undefined && typeof value === 'string' && !choices.includes(value)) {
    throw faultOf(
      settings,
      path,
      `must be ${choices.join(' or ')}, got ${value}${suggestion(value, choices)}`,
    );
  }
  return value as string | boolean;
}

function faultOf({ file, text, at }: Settings, path: FieldPath, problem: string): UsageError {
  const line = linesOf(text)([...at, ...path]);
  return new UsageError(`${file}:${line}: ${[pathText(path), problem].join(' ').trim()} [SETTINGS_INVALID]`);
}
