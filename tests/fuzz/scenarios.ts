import { compileLibrary, type Library } from '#authoring';
import type { ServiceContract } from '#engine';
import { chance } from '../../src/coach/simulated/chance.ts';
import { memoryWatch } from './memory.ts';
import { hostile, mutateText } from './mutate.ts';

/** What became of scenario files that no author would write. */
export interface ScenarioFuzz {
  /** Really changed. */
  readonly tried: number;
  /** With at least one fault that says where. */
  readonly refused: number;
  /** Changes that leave a sound file: a letter of a sentence, a space. */
  readonly sound: number;
  /** Crashes, and faults without a place or a sentence. */
  readonly unclear: readonly string[];
  readonly growth: number; // MB
}

/** Breaks files of a library `count` times, by their text, and has each read, checked and compiled. */
export function fuzzScenarios(
  library: Library,
  contracts: Readonly<Record<string, ServiceContract>>,
  count: number,
  seed: number,
  compile: typeof compileLibrary = compileLibrary,
): ScenarioFuzz {
  const draw = chance(seed);
  const files = [...library].filter(([file]) => file.endsWith('.yaml'));
  const unclear: string[] = [];
  const memory = memoryWatch(count);
  let refused = 0;
  let sound = 0;
  for (let turn = 0; turn < count; ) {
    const [file, text] = draw.pick(files);
    const broken = breakText();
    if (broken === text) continue;
    memory.at(turn++);
    try {
      const { faults } = compile(new Map([...library, [file, broken]]), { contracts, today: '2026-11-21' });
      const odd = faults.find((fault) => !(fault.line >= 1 && fault.message.length > 5 && /^S\d{3}$/.test(fault.code)));
      if (odd && unclear.length < 10) unclear.push(`${file}: ${JSON.stringify(odd)}`);
      if (faults.length > 0) refused += 1;
      else sound += 1;
    } catch (error) {
      if (unclear.length < 4)
        unclear.push(`${file}: ${String((error as Error).stack).slice(0, 400)}\n--\n${firstChange(text, broken)}`);
    }

    function breakText(): string {
      return draw.pick<() => string>([
        () => mutateText(draw, text),
        () => mutateText(draw, text),
        () => mutateText(draw, mutateText(draw, mutateText(draw, text))),
        () => shuffledLines(text),
        () => text.replace(/: ([^\n{[]+)\n/, () => `: ${JSON.stringify(draw.pick(hostile))}\n`),
        () => text.replaceAll(/^ {2}(?=\S)/gm, () => (draw.whether(0.1) ? '   ' : '  ')),
        () =>
          `a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]\n${text}`,
        () => '['.repeat(1 + Math.floor(draw.unit() * 500)),
        () => mutateText(draw, draw.pick(hostile)),
        () => text.slice(0, 20).repeat(50),
      ])();
    }
  }
  return { tried: count, refused, sound, unclear, growth: memory.growth() };

  function shuffledLines(text: string): string {
    const lines = text.split('\n');
    const from = Math.floor(draw.unit() * lines.length);
    const [moved = ''] = lines.splice(from, 1);
    lines.splice(Math.floor(draw.unit() * lines.length), 0, moved);
    return lines.join('\n');
  }
}

function firstChange(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return after.slice(Math.max(0, at - 80), at + 80);
}
