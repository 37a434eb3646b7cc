/** How a report marks its parts. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** No marks: for files, pipes and whoever sets NO_COLOR. */
export const PLAIN: Palette = { error: asItIs, warning: asItIs, strong: asItIs, faint: asItIs };

/** Colours of a terminal. */
export const COLOURED: Palette = {
  error: sequence(31, 39),
  warning: sequence(33, 39),
  strong: sequence(1, 22),
  faint: sequence(2, 22),
};

function sequence(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
