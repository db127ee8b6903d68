import { type HelpLevel, helpLevels, type RunCondition, runConditions } from '#recording';

/** What the address asks of the run: a trainer's link, or the desk's own settings. Ids only. */
export interface Asked {
  readonly persona?: string;
  readonly level?: HelpLevel;
  readonly conditions?: readonly RunCondition[];
  /** Another wording instead of a drawn one; "" or an unknown one: the usual words. */
  readonly variant?: string;
}

const member = <T extends string>(list: readonly T[], text: string | null): T | undefined =>
  list.find((each) => each === text);

/** Reads `?persona=karim&niveau=guide-moi&conditions=slow,outage&variante=mots-simples`; what is unknown is left out. */
export function readAsked(search: string): Asked {
  const given = new URLSearchParams(search);
  const persona = given.get('persona');
  const level = member(helpLevels, given.get('niveau'));
  const conditions = given
    .get('conditions')
    ?.split(',')
    .flatMap((each) => member(runConditions, each) ?? []);
  const variant = given.get('variante');
  return {
    ...(persona && { persona }),
    ...(level && { level }),
    ...(conditions && { conditions }),
    ...(variant !== null && { variant }),
  };
}
