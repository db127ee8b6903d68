/**
 * Derives `events.json` from the types of event.ts and src/engine/step.ts, so that code and catalogue cannot tell
 * two stories. `node src/recording/derive-catalogue.ts` rewrites the file; catalogue.test.ts fails when it drifts.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Catalogue, Shape } from './catalogue.ts';

/** What a property typed `string` identifies. A property that is not listed has no right to be a string. */
const idKinds = {
  scenario: 'scenario',
  persona: 'persona',
  variant: 'variant',
  screen: 'screen',
  field: 'field',
  mistake: 'mistake',
  action: 'action',
  operation: 'operation',
  outcome: 'outcome',
  ending: 'ending',
  paper: 'paper',
  message: 'message',
} as const;

const source = fileURLToPath(new URL('./event.ts', import.meta.url));
const steps = fileURLToPath(new URL('../engine/step.ts', import.meta.url));
const target = fileURLToPath(new URL('./events.json', import.meta.url));

export function deriveCatalogue(): Catalogue {
  const program = ts.createProgram([source], {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    // The engine's steps alone: reading the whole engine, and XState's types with it, takes ten seconds.
    lib: ['lib.es2022.d.ts'],
    paths: { '#engine': [steps] },
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(source);
  if (file === undefined) throw new Error(`No file ${source}`);
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(file) as ts.Symbol);
  const happening = exported.find((symbol) => symbol.name === 'Happening');
  if (happening === undefined) throw new Error('event.ts exports no Happening');
  const union = checker.getDeclaredTypeOfSymbol(happening);
  if (!union.isUnion()) throw new Error('Happening is not a union: is #engine resolved?');

  const events: Record<string, Record<string, Shape>> = {};
  for (const member of union.types) {
    let type = '';
    const shapes: Record<string, Shape> = {};
    for (const property of member.getProperties()) {
      const valueType = checker.getTypeOfSymbolAtLocation(property, file);
      if (property.name === 'type') type = literalOf(valueType, 'type');
      else shapes[property.name] = shapeOf(checker, property, valueType);
    }
    events[type] = Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return {
    generatedBy: 'node src/recording/derive-catalogue.ts, from event.ts and src/engine/step.ts; do not edit',
    events: Object.fromEntries(Object.entries(events).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function shapeOf(checker: ts.TypeChecker, property: ts.Symbol, type: ts.Type): Shape {
  const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  const nullable = parts.some((part) => part.flags & ts.TypeFlags.Null);
  const kept = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
  return { ...(optional && { optional }), ...(nullable && { nullable }), ...bodyOf(checker, property.name, kept) };
}

function bodyOf(checker: ts.TypeChecker, name: string, parts: readonly ts.Type[]): Shape {
  const [first] = parts;
  if (first === undefined) throw new Error(`${name} has no type`);
  if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { is: 'boolean' };
  if (parts.every((part) => part.isStringLiteral() || part.isNumberLiteral())) {
    const values = parts.map((part) => (part as ts.LiteralType).value as string | number);
    return { is: 'one-of', values: values.sort((a, b) => (a < b ? -1 : 1)) };
  }
  if (parts.length > 1) throw new Error(`${name} mixes kinds that the catalogue cannot say`);
  if (first.flags & ts.TypeFlags.Number) return { is: 'count' };
  if (first.flags & ts.TypeFlags.String) {
    if (!(name in idKinds)) throw new Error(`${name} is a string, and idKinds does not say what it identifies`);
    return { is: 'id', of: idKinds[name as keyof typeof idKinds] };
  }
  const item = checker.getIndexTypeOfType(first, ts.IndexKind.Number);
  if (item !== undefined) {
    const inner = bodyOf(checker, name, item.isUnion() ? item.types : [item]);
    if (inner.is !== 'one-of') throw new Error(`${name} is a list of something else than a closed list`);
    return { is: 'some-of', values: inner.values };
  }
  throw new Error(`${name} has a type that the catalogue cannot say: ${checker.typeToString(first)}`);
}

function literalOf(type: ts.Type, name: string): string {
  if (!type.isStringLiteral()) throw new Error(`${name} is not a literal`);
  return type.value;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, `${JSON.stringify(deriveCatalogue(), null, 2)}\n`);
}
