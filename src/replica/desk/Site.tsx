import { useEffect, useMemo, useState } from 'react';
import { type Condition, holds } from '#engine';
import { DrawDocumentContext } from '../fields/DocumentThumbnail.tsx';
import { BusyContext, type Late, LateContext, type Scene, SceneContext } from '../hands.ts';
import { DocumentThumbnail } from '../panes/index.ts';
import { fillTexts } from '../session/entries/fill-screen.ts';
import { BrowserWindow } from '../window/BrowserWindow.tsx';
import { ScreenView } from '../window/ScreenView.tsx';
import type { First } from './first.ts';
import { useSession, useSessionObject } from './hooks/session-context.ts';

/** How long the site may take before it is said, ms: under it, an answer seems to come at once. */
const patience = 150;

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

  // A browser that loses the button that was pressed lays out what is left of the page, for nothing.
  useEffect(
    () =>
      session.store.subscribe((now, before) => {
        const pressed = document.activeElement;
        if (now.generation !== before.generation && pressed instanceof HTMLButtonElement) pressed.blur();
      }),
    [session],
  );

  const raw = shown?.screen ?? null;
  const { data, errors, message, facts, phase = 'ready', pending = null } = shown ?? {};
  const busy = phase === 'calling' || phase === 'loading';
  const loading = phase === 'loading';
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
      loading,
      service: scenario?.service ?? first.service,
      persona: persona ?? { people: first.people, documents: [] },
      today: running ? today : first.today,
      errors: errors ?? {},
      message: message ?? null,
      refused,
      aside,
      pointed,
      shows: ({ when }) => holds(when as Condition | undefined, facts ?? {}),
      entry: session.entry,
    }),
    [
      screen,
      loading,
      scenario,
      persona,
      running,
      today,
      errors,
      message,
      facts,
      refused,
      aside,
      pointed,
      first,
      session,
    ],
  );
  const waits = useLasting(busy, patience) && busy;
  const late: Late | null = useMemo(() => (waits ? { action: pending } : null), [waits, pending]);
  const draw = useMemo(
    () =>
      persona &&
      ((document: Scene['persona']['documents'][number]) => {
        const paper = persona.papers.find(({ id }) => id === document.paper);
        return paper ? <DocumentThumbnail document={document} paper={paper} /> : null;
      }),
    [persona],
  );

  const { sites } = scenario ?? {};
  const around = useMemo(
    () => ({
      service: { ...scene.service, ...(screen.site !== undefined && sites?.[screen.site]) },
      address: screen.address,
      area: screen.area,
      actions: screen.actions.filter(scene.shows),
      onBack: () => session.back(),
      onReload: () => session.reload(),
    }),
    [scene, screen, sites, session],
  );
  const page = useMemo(
    () => (
      <SceneContext value={scene}>
        <DrawDocumentContext value={draw}>
          <ScreenView key={generation} moved={generation > 0} />
        </DrawDocumentContext>
      </SceneContext>
    ),
    [scene, draw, generation],
  );

  return (
    <BusyContext value={busy}>
      <LateContext value={late}>
        <BrowserWindow {...around}>{page}</BrowserWindow>
      </LateContext>
    </BusyContext>
  );
}

/** Whether something has held for so many ms. */
function useLasting(holds: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return;
    const timer = setTimeout(() => setLasts(true), ms);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [holds, ms]);
  return lasts;
}
