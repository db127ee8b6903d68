import { replicaTexts as t } from '#i18n';
import type { DeskStep, Pane } from '#recording';
import type { Pointed } from '../hands.ts';
import { onPhone } from '../phone/on-phone.ts';
import { type Common, screenOf } from './common.ts';

/** What happens on the desk around the site. */
export interface DeskHands {
  openPane(pane: Pane): void;
  point(pointed: Pointed | null): void;
  /** A short sentence, gone after a while. */
  say(text: string): void;
  /** A press on something that leads nowhere here. */
  inert(target: Extract<DeskStep, { type: 'InertClicked' }>['target'], say?: string): void;
  raiseHand(hand: boolean): void;
  /** An application has been answered: where one pane shows at a time, back to the site. */
  putPhoneDown(): void;
}

export function createDesk({ store, record }: Common, onePane: () => boolean = () => false): DeskHands {
  let toasts = 0;

  const say = (text: string) => {
    toasts += 1;
    store.setState({ toast: { text, n: toasts } });
  };

  const openPane = (pane: Pane) => {
    if (pane === store.getState().pane) return;
    store.setState({ pane, ...(pane !== 'site' && { side: pane }) });
    record({ type: 'PaneOpened', pane });
  };

  const isOnPhone = ({ kind, id }: Pointed) => {
    const { shown } = store.getState();
    return kind === 'action' && (onPhone(shown?.screen, shown?.facts ?? {})?.actions.includes(id) ?? false);
  };

  return {
    openPane,
    say,
    point(pointed) {
      store.setState({ pointed });
      if (pointed?.kind === 'paper') openPane('papers');
      if (pointed?.kind === 'pane') openPane(pointed.id as Pane);
      // One pane at a time: from the coach one is brought to the site; whoever reads another pane is told where to look.
      if (pointed && isOnPhone(pointed)) openPane('phone');
      else if ((pointed?.kind === 'field' || pointed?.kind === 'action') && onePane()) {
        const { pane } = store.getState();
        if (pane === 'coach') openPane('site');
        else if (pane !== 'site') say(t.pointedOnSite);
      }
    },
    inert(target, text) {
      const state = store.getState();
      if (state.run) record({ type: 'InertClicked', screen: screenOf(state), target });
      if (text) say(text);
    },
    raiseHand(hand) {
      store.setState({ hand });
      record({ type: hand ? 'HandRaised' : 'HandLowered', screen: screenOf(store.getState()) });
    },
    putPhoneDown() {
      if (onePane()) openPane('site');
    },
  };
}
