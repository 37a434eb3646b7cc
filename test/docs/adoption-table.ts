import { adopt, chartFile, isExact } from '../../lib/adopt';
import { ManifestYaml } from '../../lib/app/yaml/manifest-yaml';
import { type AdoptionCase } from '../adopt/inputs';

/** What became of the public manifests of one repository. */
export interface SystemFigures {
  readonly system: string;
  readonly files: number;
  readonly sets: number;
  /** How many files came to what they were. */
  readonly exact: number;
  readonly yamlLines: number;
  readonly codeLines: number;
  readonly patches: number;
}

/** The figures of all systems, and the fields that patches are about, with how many sets need one. */
export interface AdoptionFigures {
  readonly systems: readonly SystemFigures[];
  readonly patchedFields: Readonly<Record<string, number>>;
}

/** Adopts all files, and counts. */
export function figuresOf(cases: readonly AdoptionCase[]): AdoptionFigures {
  const systems = new Map<string, SystemFigures>();
  const fields = new Map<string, number>();
  for (const { title, manifests } of cases) {
    const adopted = adopt({ manifests });
    const system = title.split('__')[0].replace('+', '/');
    const known = systems.get(system);
    const patched = adopted.patches.flatMap(({ target, operations }) =>
      operations.map(
        ({ path }) =>
          `${target.kind} ${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}`,
      ),
    );
    new Set(patched).forEach((field) => fields.set(field, (fields.get(field) ?? 0) + 1));
    systems.set(system, {
      system,
      files: (known?.files ?? 0) + 1,
      sets: (known?.sets ?? 0) + adopted.targets.filter(({ kind }) => kind === 'StatefulSet').length,
      exact: (known?.exact ?? 0) + (isExact(adopted) ? 1 : 0),
      yamlLines:
        (known?.yamlLines ?? 0) +
        lines(new ManifestYaml().stringify(adopted.targets.map((t) => t.manifest.content))),
      codeLines: (known?.codeLines ?? 0) + lines(chartFile(adopted).content),
      patches: (known?.patches ?? 0) + patched.length,
    });
  }
  return {
    systems: [...systems.values()].sort((a, b) => a.system.localeCompare(b.system)),
    patchedFields: Object.fromEntries([...fields].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))),
  };
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** The figures as the page shows them. */
export function adoptionTable({ systems, patchedFields }: AdoptionFigures): string {
  const total = (count: (figures: SystemFigures) => number): number =>
    systems.reduce((sum, figures) => sum + count(figures), 0);
  const rows = systems.map((one) => [
    one.system,
    one.sets,
    `${one.exact} of ${one.files}`,
    one.yamlLines,
    one.codeLines,
    one.patches,
  ]);
  return [
    table([
      ['repository', 'sets', 'files that come to `none`', 'lines of YAML', 'lines of TypeScript', 'patches'],
      ...rows,
      [
        '**all**',
        total(({ sets }) => sets),
        `${total(({ exact }) => exact)} of ${total(({ files }) => files)}`,
        total(({ yamlLines }) => yamlLines),
        total(({ codeLines }) => codeLines),
        total(({ patches }) => patches),
      ],
    ]),
    '',
    table([
      ['field that a patch says', 'files'],
      ...Object.entries(patchedFields).map(([field, files]) => [`\`${field}\``, files]),
    ]),
  ].join('\n');
}

/** A table whose columns are as wide as their widest cells, as Prettier lays it out. */
function table([head, ...rows]: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((cells) => String(cells[column]).length)),
  );
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell, column) => String(cell).padEnd(widths[column])).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}
