import { type Finding } from '../check/finding';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { defaulted } from '../manifests/defaults/defaulted';
import { type JsonObject } from '../manifests/json';
import { identityOf, objectText } from '../manifests/manifest';
import { chartCode, type ChartCode, type PlainForm } from './chart-code';
import { classNameOf } from './chart-name';
import { StatementFailure } from './code/evaluate';
import { type Expression } from './code/expression';
import { type Program, type Statement } from './code/program';
import { patchOf, type PatchOperation, weightOf } from './patch';
import { patchStatement } from './patch-statement';
import { withConstants } from './repeated';
import { type Outcome, synthesised } from './synthesis';
import { keyOf, type Target } from './target/target';

/** What the types of the library cannot say of one object. */
export interface Patched {
  readonly target: Target;
  readonly operations: readonly PatchOperation[];
}

/** Why an object is plain data in the code. */
export interface Plain {
  readonly target: Target;
  readonly reason: string;
  readonly form: PlainForm;
}

/** Code, and what it comes to. */
export interface WrittenCode {
  readonly program: Program;
  /** What no property says. */
  readonly patches: readonly Patched[];
  /** Objects that the types of the library could not make. */
  readonly plain: readonly Plain[];
  /** What the code makes. */
  readonly objects: readonly JsonObject[];
}

/** Writes code until it comes to what is wanted: object by object, what the types cannot make becomes plain data. */
export function writtenCode(
  targets: readonly Target[],
  faults: readonly Finding[],
  version: KubernetesVersion,
  plain: Map<Target, Plain>,
): WrittenCode {
  for (;;) {
    const forms = new Map([...plain].map(([target, { form }]) => [target, form]));
    const code = chartCode(targets, forms);
    const bare = programOf(targets, code, [], faults);
    const outcome = synthesised(bare);
    if (outcome.failure !== undefined) {
      giveUp(outcome, code, targets, plain);
      continue;
    }
    const patches = patchesOf(outcome.objects, targets, version);
    const heavy = patches.filter(
      ({ target, operations }) => !plain.has(target) && isTooHeavy(target, operations),
    );
    if (heavy.length > 0) {
      heavy.forEach(({ target }) =>
        plain.set(target, { target, form: 'short', reason: 'the types say too little of it' }),
      );
      continue;
    }
    const program = programOf(targets, code, patches, faults);
    const final = synthesised(program);
    if (final.failure !== undefined) {
      giveUp(final, code, targets, plain);
      continue;
    }
    return {
      program,
      patches,
      plain: [...plain.values()],
      objects: final.objects,
    };
  }
}

/** Makes plain data of the object whose code fails, or, where that is not known, of all. */
function giveUp(
  { failure }: Extract<Outcome, { readonly failure: object }>,
  code: ChartCode,
  targets: readonly Target[],
  plain: Map<Target, Plain>,
): void {
  const culprit =
    failure instanceof StatementFailure
      ? targets.find(({ manifest }) => keyOf(manifest) === failure.statement.owner)
      : targetAtPath(failure.path, code);
  const typed = targets.filter((target) => !plain.has(target));
  const failing =
    culprit !== undefined
      ? [culprit]
      : typed.length > 0
        ? typed
        : targets.filter((one) => isWritten(one, plain));
  failing.forEach((target) =>
    plain.set(target, { target, form: plain.has(target) ? 'none' : 'short', reason: failure.message }),
  );
  if (failing.length === 0) {
    throw failure;
  }
}

function isWritten(target: Target, plain: ReadonlyMap<Target, Plain>): boolean {
  return plain.get(target)?.form !== 'none';
}

function targetAtPath(path: readonly string[], { byPath }: ChartCode): Target | undefined {
  const paths = path.map((_, length) => path.slice(0, path.length - length).join('/'));
  return paths.map((one) => byPath.get(one)).find((target) => target !== undefined);
}

function patchesOf(
  objects: readonly JsonObject[],
  targets: readonly Target[],
  version: KubernetesVersion,
): readonly Patched[] {
  const rendered = new Map(objects.map((object) => [keyOf(identityOf(object)), object]));
  return targets.flatMap((target) => {
    const object = rendered.get(keyOf(identityOf(target.wanted)));
    const operations =
      object === undefined
        ? []
        : patchOf(
            { written: object, stored: defaulted(object, version) },
            { written: target.short, stored: target.stored },
          );
    return operations.length > 0 ? [{ target, operations }] : [];
  });
}

/** A patch that is longer to read than half of the object. */
function isTooHeavy({ short }: Target, operations: readonly PatchOperation[]): boolean {
  return weightOf(operations) > JSON.stringify(short).length / 2;
}

function programOf(
  targets: readonly Target[],
  { namespace, sections, patched }: ChartCode,
  patches: readonly Patched[],
  faults: readonly Finding[],
): Program {
  const last = new Map(sections.map(({ target }, index) => [target, index]));
  const withPatches = sections.flatMap(({ target, statements }, index) => {
    const own = patches.filter((patch) => last.get(sectionTarget(patch.target)) === index);
    const owner = target && keyOf(target.manifest);
    return [
      (target !== undefined && sections.findIndex((section) => section.target === target) === index
        ? withFaults(statements, faultsOf(target, faults))
        : statements
      ).map((statement): Statement => ({ ...statement, owner })),
      own.flatMap((patch): readonly Statement[] => {
        const object = patched.get(patch.target);
        return object === undefined
          ? []
          : [{ ...patchStatement(object, patch.operations), owner: keyOf(patch.target.manifest) }];
      }),
    ];
  });

  /** The object whose section a patch follows: its own, or that of the set that makes it. */
  function sectionTarget(target: Target): Target | undefined {
    if (last.has(target)) {
      return target;
    }
    const object = patched.get(target);
    if (object?.kind !== 'member' && object?.kind !== 'element') {
      return undefined;
    }
    return [...patched].find(
      ([other, expression]) => last.has(other) && isOfOneConstant(expression, object.of),
    )?.[0];
  }

  return withConstants({
    className: classNameOf(targets),
    about: [aboutText(targets)],
    namespace,
    constants: [],
    sections: withPatches,
  });
}

/** Whether an expression is a constant, or a part of one. */
function isOfOneConstant(expression: Expression, constant: Expression): boolean {
  const of = expression.kind === 'member' || expression.kind === 'element' ? expression.of : expression;
  return of.kind === 'variable' && constant.kind === 'variable' && of.variable === constant.variable;
}

function aboutText(targets: readonly Target[]): string {
  const sets = targets.filter(({ kind }) => kind === 'StatefulSet');
  const others = targets.length - sets.length;
  const named =
    sets.length === 0 || sets.length > 3
      ? `${sets.length} StatefulSets`
      : sets.map(({ manifest }) => objectText(manifest)).join(', ');
  return `${named}${others === 0 ? '' : ` and ${others} other object${others === 1 ? '' : 's'}`}, as adopted.`;
}

function faultsOf({ manifest }: Target, faults: readonly Finding[]): readonly Finding[] {
  return faults.filter(({ object }) => object === manifest);
}

function withFaults(statements: readonly Statement[], faults: readonly Finding[]): readonly Statement[] {
  const [first, ...rest] = statements;
  const comment = faults.map(({ rule, message }) => `Fault ${rule.code}: ${message}.`);
  return faults.length === 0 ? statements : [{ ...first, comment: [...comment, ...first.comment] }, ...rest];
}
