/** Elements of the schema that Jenkins has for JUnit reports (junit-10.xsd): parents, and attributes (required ones with !). */
const ELEMENTS: Readonly<
  Record<string, { readonly in: readonly string[]; readonly attributes: readonly string[] }>
> = {
  testsuites: { in: [''], attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: { in: ['testsuites'], attributes: ['name!', 'tests!', 'failures!', 'errors!', 'time', 'file'] },
  testcase: { in: ['testsuite'], attributes: ['name!', 'time', 'classname', 'group'] },
  failure: { in: ['testcase'], attributes: ['type', 'message'] },
  'system-out': { in: ['testcase'], attributes: [] },
};

const PART =
  /<(?<open>[a-z-]+)(?<attributes>(?: [a-z]+="[^"<>]*")*)(?<closed>\/?)>|<\/(?<close>[a-z-]+)>|(?<text>(?:[^<>&]|&(?:amp|lt|gt|quot);)+)/gy;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What of a report is no XML, or not what readers of JUnit reports know; undefined where it is fine. */
export function brokenJunit(report: string): string | undefined {
  if (!report.startsWith(DECLARATION)) {
    return 'no declaration';
  }
  const body = report.slice(DECLARATION.length);
  const open: string[] = [];
  let end = 0;
  for (const part of body.matchAll(PART)) {
    end = part.index + part[0].length;
    const groups: Readonly<Record<string, string | undefined>> = part.groups ?? {};
    const fault =
      groups.open !== undefined
        ? faultOfTag(groups.open, groups.attributes ?? '', open.at(-1) ?? '')
        : groups.close !== undefined
          ? open.pop() !== groups.close
          : !['failure', 'system-out'].includes(open.at(-1) ?? '') && groups.text?.trim() !== '';
    if (fault) {
      return part[0];
    }
    if (groups.open !== undefined && groups.closed === '') {
      open.push(groups.open);
    }
  }
  return end === body.length && open.length === 0 ? undefined : body.slice(end, end + 80);
}

function faultOfTag(name: string, attributes: string, parent: string): boolean {
  const names = [...attributes.matchAll(/ ([a-z]+)="[^"]*"/g)].map(([, attribute]) => attribute);
  if (!Object.hasOwn(ELEMENTS, name) || !ELEMENTS[name].in.includes(parent)) {
    return true;
  }
  const known = ELEMENTS[name].attributes;
  const isKnown = names.every((one) => known.includes(one) || known.includes(`${one}!`));
  const isComplete = known.every((one) => !one.endsWith('!') || names.includes(one.slice(0, -1)));
  return !isKnown || !isComplete || new Set(names).size < names.length;
}
