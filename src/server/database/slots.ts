import type { Compilable, CompiledQuery } from 'kysely';

/** A query compiled once, to be filled with values many times. */
export type Fill = (values: readonly unknown[]) => CompiledQuery;

class Slot {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/**
 * Compiles a query whose parameters are slots 0, 1, 2 … and returns how to fill them. Kysely's compiling is what
 * costs most in a small insert; the order of the parameters stays its own business.
 */
export function withSlots<Row>(build: (slot: (index: number) => never) => Compilable<Row>): Fill {
  const query = build((index) => new Slot(index) as never).compile();
  const order = query.parameters.map((parameter) => (parameter instanceof Slot ? parameter.index : -1));
  return (values) => ({
    ...query,
    parameters: order.map((index, at) => (index < 0 ? query.parameters[at] : values[index])),
  });
}

/**
 * The same for a list of rows of any length: cut into pieces of 64, 32, 16 … 1 rows, so that few statements serve
 * every length and each is compiled once.
 */
export function withRows<Row>(
  columns: readonly string[],
  build: (rows: readonly Record<string, never>[]) => Compilable<Row>,
): (rows: readonly (readonly unknown[])[]) => readonly CompiledQuery[] {
  const fills = new Map<number, Fill>();
  const fillOf = (size: number): Fill => {
    const known = fills.get(size);
    if (known !== undefined) return known;
    const made = withSlots((slot) =>
      build(
        Array.from({ length: size }, (_, row) =>
          Object.fromEntries(columns.map((column, at) => [column, slot(row * columns.length + at)])),
        ),
      ),
    );
    fills.set(size, made);
    return made;
  };
  return (rows) => {
    const queries: CompiledQuery[] = [];
    let from = 0;
    for (let size = 64; size >= 1; size /= 2) {
      for (; rows.length - from >= size; from += size) queries.push(fillOf(size)(rows.slice(from, from + size).flat()));
    }
    return queries;
  };
}
