import { useMemo } from 'react';
import { type Condition, holds } from '#engine';
import { DrawDocumentContext } from '../fields/DocumentThumbnail.tsx';
import { type Scene, SceneContext } from '../hands.ts';
import { DocumentThumbnail } from '../panes/index.ts';
import { fillTexts } from '../session/entries/fill-screen.ts';
import { BrowserWindow } from '../window/BrowserWindow.tsx';
import { ScreenView } from '../window/ScreenView.tsx';
import type { First } from './first.ts';
import { useSession, useSessionObject } from './session-context.ts';

/** The replica in its drawn window: first the screen of the page, then the run's. */
export function Site({ first }: { readonly first: First }) {
  const session = useSessionObject();
  const shown = useSession((state) => state.shown);
  const persona = useSession((state) => state.persona);
  const scenario = useSession((state) => state.scenario);
  const today = useSession((state) => state.today);
  const generation = useSession((state) => state.generation);
  const refused = useSession((state) => state.refused);
  const aside = useSession((state) => state.aside);
  const pointed = useSession((state) => state.pointed);

  const raw = shown?.screen ?? null;
  const data = shown?.data;
  const running = raw !== null && persona !== null;
  const screen = useMemo(
    () =>
      raw && persona
        ? fillTexts(raw, { people: persona.people, papers: persona.papers, today, ...(data && { data }) })
        : first.screen,
    [raw, persona, today, data, first],
  );
  const scene: Scene = useMemo(
    () => ({
      screen,
      service: scenario?.service ?? first.service,
      persona: persona ?? { people: first.people, documents: [] },
      today: running ? today : first.today,
      phase: shown?.phase ?? 'ready',
      pending: shown?.pending ?? null,
      errors: shown?.errors ?? {},
      message: shown?.message ?? null,
      refused,
      aside,
      pointed,
      shows: ({ when }) => holds(when as Condition | undefined, shown?.facts ?? {}),
      entry: session.entry,
    }),
    [screen, scenario, persona, running, today, shown, refused, aside, pointed, first, session],
  );
  const draw = useMemo(
    () =>
      persona &&
      ((document: Scene['persona']['documents'][number]) => {
        const paper = persona.papers.find(({ id }) => id === document.paper);
        return paper ? <DocumentThumbnail document={document} paper={paper} /> : null;
      }),
    [persona],
  );

  return (
    <BrowserWindow
      service={{ ...scene.service, ...(screen.site !== undefined && scenario?.sites?.[screen.site]) }}
      address={screen.address}
      area={screen.area}
      actions={screen.actions.filter(scene.shows)}
      busy={scene.phase === 'calling' || scene.phase === 'loading'}
      onBack={() => session.back()}
      onReload={() => session.reload()}
    >
      <SceneContext value={scene}>
        <DrawDocumentContext value={draw}>
          <ScreenView key={generation} moved={generation > 0} />
        </DrawDocumentContext>
      </SceneContext>
    </BrowserWindow>
  );
}
