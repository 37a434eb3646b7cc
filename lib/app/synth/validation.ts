import type { IConstruct } from 'constructs';

/**
 * Runs the validations of constructs.
 *
 * @throws what cdk8s throws, with all the errors, if there are any
 */
export function validateConstructs(constructs: readonly IConstruct[]): void {
  const errors: string[] = [];
  for (const { node } of constructs) {
    for (const error of node.validate()) {
      errors.push(`[${node.path}] ${error}`);
    }
  }
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}
