import type { IConstruct } from 'constructs';

/**
 * Runs the validations of all constructs of an app.
 *
 * @throws what cdk8s throws, with all the errors, if there are any
 */
export function validateConstructs(app: IConstruct): void {
  const errors = app.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((error) => `[${construct.node.path}] ${error}`));
  if (errors.length === 0) return;
  throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
