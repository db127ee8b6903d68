import { replicaTexts as t } from '#i18n';
import type { DeskStep, Pane } from '#recording';
import type { Pointed } from '../hands.ts';
import { onPhone } from '../phone/on-phone.ts';
import { type Common, screenOf } from './common.ts';

/** What happens on the desk around the site: panes, pointing, short sentences, the raised hand. */
export class DeskHands {
  readonly #common: Common;
  readonly #onePane: () => boolean;
  #toasts = 0;

  constructor(common: Common, onePane: () => boolean) {
    this.#common = common;
    this.#onePane = onePane;
  }

  openPane(pane: Pane): void {
    const { store } = this.#common;
    if (pane === store.getState().pane) return;
    store.setState({ pane, ...(pane !== 'site' && { side: pane }) });
    this.#common.record({ type: 'PaneOpened', pane });
  }

  point(pointed: Pointed | null): void {
    const { store } = this.#common;
    store.setState({ pointed });
    if (pointed?.kind === 'paper') this.openPane('papers');
    if (pointed?.kind === 'pane') this.openPane(pointed.id as Pane);
    // One pane at a time: from the coach one is brought to the site; whoever reads another pane is told where to look.
    if (pointed && this.#isOnPhone(pointed)) this.openPane('phone');
    else if ((pointed?.kind === 'field' || pointed?.kind === 'action') && this.#onePane()) {
      const { pane } = store.getState();
      if (pane === 'coach') this.openPane('site');
      else if (pane !== 'site') this.say(t.pointedOnSite);
    }
  }

  #isOnPhone({ kind, id }: Pointed): boolean {
    const { shown } = this.#common.store.getState();
    return kind === 'action' && (onPhone(shown?.screen, shown?.facts ?? {})?.actions.includes(id) ?? false);
  }

  /** An application has been answered: where one pane shows at a time, back to the site. */
  putPhoneDown(): void {
    if (this.#onePane()) this.openPane('site');
  }

  say(text: string): void {
    this.#toasts += 1;
    this.#common.store.setState({ toast: { text, n: this.#toasts } });
  }

  /** A press on something that leads nowhere here. */
  inert(target: Extract<DeskStep, { type: 'InertClicked' }>['target'], say?: string): void {
    const state = this.#common.store.getState();
    if (state.run) this.#common.record({ type: 'InertClicked', screen: screenOf(state), target });
    if (say) this.say(say);
  }

  raiseHand(hand: boolean): void {
    const { store } = this.#common;
    store.setState({ hand });
    this.#common.record({ type: hand ? 'HandRaised' : 'HandLowered', screen: screenOf(store.getState()) });
  }
}
