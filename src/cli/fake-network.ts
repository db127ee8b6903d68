import type { StartFake } from '#authoring';
import { contracts, startNetwork } from '#mocks';

/** The real fake back ends, behind the real interception of `fetch`, for runs without an interface. */
export const startFake: StartFake = ({ scenario, persona, today, now }) => {
  const network = startNetwork({
    // A service may have no fake back end yet: its procedures then call nothing.
    services: Object.keys(contracts).filter((name) => name === scenario.service.id),
    persona,
    today,
    now,
    seed: 'essai',
    messages: scenario.messages,
    wait: () => Promise.resolve(),
  });
  return {
    port: {
      async call(operation, input) {
        const [service = '', name = ''] = operation.split('.');
        const response = await fetch(`https://${service}.invalid/${name}`, {
          method: 'POST',
          body: JSON.stringify(input),
        });
        return (await response.json()) as Awaited<ReturnType<ReturnType<StartFake>['port']['call']>>;
      },
    },
    preset: network.preset,
    messages: network.messages,
    stop: network.stop,
  };
};
