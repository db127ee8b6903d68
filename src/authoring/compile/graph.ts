import type { Branches, Call, Reaction, Screen } from '#engine';

/** One way from a screen to another (or to an ending). */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** The action that takes it; null for the loading of the screen. */
  readonly action: string | null;
  readonly operation?: string;
  readonly outcome?: string;
  readonly branch: Branches[number];
}

/** Every edge that leaves a screen by its own doing: not « back », not the idle log-out. */
export function edgesOf(screen: Screen): readonly Edge[] {
  const ofCall = (call: Call, action: string | null) =>
    Object.entries(call.on).flatMap(([outcome, reaction]) =>
      branchesOf(reaction).map((branch) => ({
        from: screen.id,
        to: branch.to,
        action,
        operation: call.operation,
        outcome,
        branch,
      })),
    );
  return [
    ...(screen.load ? ofCall(screen.load, null) : []),
    ...screen.actions.flatMap(({ id, does }): readonly Edge[] => {
      if (does.kind === 'go') return does.to.map((branch) => ({ from: screen.id, to: branch.to, action: id, branch }));
      return does.kind === 'call' ? ofCall(does, id) : [];
    }),
  ];
}

export const branchesOf = (reaction: Reaction): Branches => ('to' in reaction ? reaction.to : []);
