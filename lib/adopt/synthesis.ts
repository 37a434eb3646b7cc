import { ApiObject, App, Chart } from 'cdk8s';
import { type JsonObject } from '../manifests/json';
import { evaluate, StatementFailure } from './code/evaluate';
import { type Program } from './code/program';

/** What the constructor of a chart does with a program: the objects that it makes, or why it makes none. */
export type Outcome =
  | { readonly objects: readonly JsonObject[]; readonly failure?: undefined }
  | { readonly failure: StatementFailure | InvalidConstruct };

/** That a construct is found invalid, or cannot be rendered, as the app is synthesised. */
export class InvalidConstruct extends Error {
  constructor(
    /** The ids from the chart down to the construct. */
    public readonly path: readonly string[],
    message: string,
  ) {
    super(message);
  }
}

/** Synthesises a program as the app would that has its chart. */
export function synthesised(program: Program): Outcome {
  const app = new App();
  const chart = new Chart(app, 'adopted', { namespace: program.namespace });
  try {
    evaluate(program, chart);
    return { objects: rendered(app) };
  } catch (error) {
    if (error instanceof StatementFailure || error instanceof InvalidConstruct) {
      return { failure: error };
    }
    throw error;
  }
}

/** @throws InvalidConstruct */
function rendered(app: App): readonly JsonObject[] {
  const constructs = app.node.findAll();
  for (const { node } of constructs) {
    const problem = node.validate().at(0);
    if (problem !== undefined) {
      throw new InvalidConstruct(idsOf(node.path), problem);
    }
  }
  return constructs
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => {
      try {
        return object.toJson() as JsonObject;
      } catch (error) {
        throw new InvalidConstruct(idsOf(object.node.path), messageOf(error));
      }
    });
}

/** The ids below the chart. */
function idsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
