import type { Persona, Port, Scenario, SentMessage } from '#engine';

/** The fake back ends of one run, as authoring needs them: `cli` wires the real ones. */
export interface Fake {
  readonly port: Port;
  /** Applies a named change of the world. Throws on an unknown name. */
  preset(service: string, name: string): void;
  /** Every message sent, arrived or not. */
  messages(): readonly SentMessage[];
  stop(): void;
}

export interface FakeOptions {
  readonly scenario: Scenario;
  readonly persona: Persona;
  readonly today: string;
  /** The run's clock, epoch ms. */
  readonly now: () => number;
}

export type StartFake = (options: FakeOptions) => Fake;
