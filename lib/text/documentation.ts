const PAGES = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs';

/** Where a rule of `check` is documented. */
export function rulePage(code: string): string {
  return `${PAGES}/rules.md#${code.toLowerCase()}`;
}

/** Where a code of a change is documented. */
export function changePage(code: string): string {
  return `${PAGES}/changes.md#${code.toLowerCase()}`;
}
