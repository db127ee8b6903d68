import { type HelpLevel, helpLevels, type RunCondition, runConditions } from '#recording';

/** A help level by its id, or null. */
export function readLevel(text: unknown): HelpLevel | null {
  return helpLevels.find((level) => level === text) ?? null;
}

/** Those of the given ids that are conditions of a run. */
export function readConditions(texts: readonly unknown[]): readonly RunCondition[] {
  return runConditions.filter((condition) => texts.includes(condition));
}
