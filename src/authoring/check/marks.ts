import { type Fault, fault } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import type { Sourced } from '../load/place.ts';
import { stringsIn } from './parts.ts';

/** Words and signs that only the State, or a service, may put on its pages. */
const marks =
  /république\s+française|liberté\s*[,·.-]?\s*égalité\s*[,·.-]?\s*fraternité|bloc[\s-]marque|\bDSFR\b|@gouvfr|\bmarianne\b(?=.*\b(?:logo|police|tête)\b)|\u{1F1EB}\u{1F1F7}/iu;
/** Of the State's design system. */
const colours = /#(?:000091|e1000f|e3e3fd|6a6af4|1212ff|f5f5fe)\b/i;

/** No mark, colour or font of the State's in what is drawn. */
export function checkMarks(loaded: Loaded): readonly Fault[] {
  const drawn: readonly Sourced<unknown>[] = [
    ...loaded.scenarios.values(),
    ...loaded.services.values(),
    ...loaded.personas.values(),
    ...loaded.shared.values(),
  ];
  return [
    ...drawn.flatMap((file) =>
      stringsIn(file.data).flatMap(({ path, is }) => {
        const faults: Fault[] = [];
        const [mark] = marks.exec(is) ?? [];
        const [colour] = colours.exec(is) ?? [];
        if (mark !== undefined) faults.push(fault('S090', file.at(path), { value: mark }));
        if (colour !== undefined) faults.push(fault('S091', file.at(path), { value: colour }));
        return faults;
      }),
    ),
    ...[...loaded.services.values()].flatMap((file) =>
      Object.entries(file.data.tokens ?? {})
        .filter(([name, value]) => /font|family/i.test(name) || /url\(|image|[a-z]{2,}:\/\/|@/i.test(value))
        .map(([name, value]) => fault('S092', file.at(['tokens', name]), { name, value })),
    ),
    ...[...loaded.library]
      .filter(([name]) => name.endsWith('.svg'))
      .flatMap(([file, svg]) => {
        const value = marks.exec(svg)?.[0] ?? /font-family\s*[:=]\s*["']?\s*(?:marianne|spectral)/i.exec(svg)?.[0];
        const [colour] = colours.exec(svg) ?? [];
        return [
          ...(value === undefined ? [] : [fault('S090', { file, line: 1 }, { value })]),
          ...(colour === undefined ? [] : [fault('S091', { file, line: 1 }, { value: colour })]),
        ];
      }),
  ];
}
