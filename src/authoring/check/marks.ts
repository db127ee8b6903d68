import { type Fault, fault, type Spot } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import type { Sourced } from '../load/place.ts';
import { type Brands, brandsOf, broughtIn, markIn } from './brands.ts';
import { stringsIn } from './parts.ts';

/** No mark, colour or font of the State's, of a service's or of a firm's in what is drawn. */
export function checkMarks(loaded: Loaded): readonly Fault[] {
  const written: readonly Sourced<unknown>[] = [
    ...loaded.scenarios.values(),
    ...loaded.services.values(),
    ...loaded.personas.values(),
    ...loaded.shared.values(),
  ];
  const brands = brandsOf(loaded.brands.data);
  return [
    ...written.flatMap((file) =>
      stringsIn(file.data).flatMap(({ path, is }) => faultsIn(is, markIn(is), brands, () => file.at(path))),
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
          ...faultsIn(svg, brands.logoIn(svg), brands, () => ({ file, line: 1 })),
          ...(brought === null ? [] : [fault('S092', { file, line: 1 }, brought)]),
        ];
      }),
  ];
}

function faultsIn(text: string, mark: string | null, brands: Brands, at: () => Spot): readonly Fault[] {
  const colour = brands.colourIn(text);
  return [
    ...(mark === null ? [] : [fault('S090', at(), { value: mark })]),
    ...(colour === null ? [] : [fault('S091', at(), colour)]),
  ];
}
