import type { StartFake } from '#authoring';
import { fakeServices, startNetwork } from '#mocks';

/** The real fake back ends, behind the real interception of `fetch`, for runs without an interface. */
export const startFake: StartFake = ({ scenario, persona, today, now }) => {
  const network = startNetwork({
    services: Object.fromEntries(Object.entries(fakeServices).filter(([name]) => scenario.services.includes(name))),
    persona,
    today,
    now,
    seed: 'essai',
    messages: scenario.messages,
    ...(scenario.world && { world: scenario.world }),
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
