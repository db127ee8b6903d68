import { type Fault, fault } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import type { Sourced } from '../load/place.ts';
import { broughtIn, colourIn, logoIn, markIn } from './brands.ts';
import { stringsIn } from './parts.ts';

/** No mark, colour or font of the State's, of a service's or of a firm's in what is drawn. */
export function checkMarks(loaded: Loaded): readonly Fault[] {
  const written: readonly Sourced<unknown>[] = [
    ...loaded.scenarios.values(),
    ...loaded.services.values(),
    ...loaded.personas.values(),
    ...loaded.shared.values(),
  ];
  return [
    ...written.flatMap((file) =>
      stringsIn(file.data).flatMap(({ path, is }) => faultsIn(is, markIn(is), () => file.at(path))),
    ),
    ...[...loaded.services.values()].flatMap((file) =>
      Object.entries(file.data.tokens ?? {})
        .filter(([name, value]) => /font|family/i.test(name) || /url\(|image|[a-z]{2,}:\/\/|@/i.test(value))
        .map(([name, value]) => fault('S092', file.at(['tokens', name]), { name, value })),
    ),
    ...[...loaded.library]
      .filter(([name]) => name.endsWith('.svg'))
      .flatMap(([file, svg]) => {
        const brought = broughtIn(svg);
        return [
          ...faultsIn(svg, logoIn(svg), () => ({ file, line: 1 })),
          ...(brought === null ? [] : [fault('S092', { file, line: 1 }, brought)]),
        ];
      }),
  ];
}

function faultsIn(text: string, mark: string | null, at: () => Parameters<typeof fault>[1]): readonly Fault[] {
  const colour = colourIn(text);
  return [
    ...(mark === null ? [] : [fault('S090', at(), { value: mark })]),
    ...(colour === null ? [] : [fault('S091', at(), colour)]),
  ];
}
