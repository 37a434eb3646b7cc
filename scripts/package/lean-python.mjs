// What is changed in the package that jsii-pacmak writes for Python: programs take less time, and do the same; and the
// links of its README lead somewhere.

/** An argument of a stub that need not be given: `    name: typing.Optional[...] = None,`. */
const OPTIONAL_ARGUMENT = /^ {4}(\w+): typing\.Optional\[.*\] = None,$/gm;
const STUB = /^def (_typecheckingstub__\w+)\(\n([^]*?)^\) -> None:$/gm;
const CHECKS =
  /^( +)type_hints = cached_type_hints\((_typecheckingstub__\w+)\)\n((?:\1check_type\(.*\)\n)+)/gm;
const CHECK = /^( +)(check_type\(argname="argument (\w+)".*)$/gm;

/**
 * Leaves out the check of an optional argument that was not given. The generated code compares each argument with its
 * type, and a set has forty properties, of which a program gives five: most of what Python takes to make a set.
 *
 * @throws if the generated code has no such checks, because jsii-pacmak writes them in another way
 */
export function withoutChecksOfDefaults(text) {
  const optional = new Map(
    [...text.matchAll(STUB)].map(([, name, list]) => [
      name,
      new Set([...list.matchAll(OPTIONAL_ARGUMENT)].map(([, argument]) => argument)),
    ]),
  );
  let changed = 0;
  const lean = text.replaceAll(CHECKS, (checks, _indent, stub) =>
    checks.replaceAll(CHECK, (line, indent, check, argument) => {
      if (!optional.get(stub)?.has(argument)) return line;
      changed += 1;
      return `${indent}if ${argument} is not None:\n${indent}    ${check}`;
    }),
  );
  if (changed === 0) {
    throw new Error('the generated Python has no checks of optional arguments: look at scripts/package');
  }
  return lean;
}

/** The README where no repository is beside it: links to files lead to the repository, images to their bytes. */
export function withAbsoluteLinks(text, { url }) {
  const repository = url.replace(/^git\+/, '').replace(/\.git$/, '');
  return text.replaceAll(
    /(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)]+)\)/g,
    (_, image, title, path) =>
      `${image}${title}(${repository}/${image === '' ? 'blob' : 'raw'}/main/${path})`,
  );
}
