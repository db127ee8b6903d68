import { type CSSProperties, memo, type ReactNode } from 'react';
import type { Action, ServiceManner } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useBusy, useHands, useLate } from '../hands.ts';
import s from './window.module.css';

interface WindowProps {
  readonly service: ServiceManner;
  readonly address: string;
  readonly area: 'public' | 'sign-in' | 'account';
  /** What can be done on the screen: an entry of the menu with the same name does it too, as on a real site. */
  readonly actions?: readonly Action[];
  readonly onBack: () => void;
  readonly onReload: () => void;
  readonly children: ReactNode;
}

const densities = { roomy: '1.15', normal: '1', dense: '0.85' } as const;

/** Tokens of the service as custom properties of its window. */
export const mannerStyle = (service: ServiceManner): CSSProperties =>
  Object.fromEntries([
    ...Object.entries(service.tokens).map(([name, value]) => [
      `--${name.startsWith('their-') ? name : `their-${name}`}`,
      value,
    ]),
    ['--their-density', densities[service.density]],
  ]);

/** The drawn browser: what is inside is the exercise, what is around is the desk. Always light, as the real sites are. */
export const BrowserWindow = memo(function BrowserWindow(given: WindowProps) {
  const { service, address, area, actions = [], onBack, onReload, children } = given;
  const hands = useHands();
  return (
    <section className={s.window} aria-label={t.window} data-window data-theme="light" style={mannerStyle(service)}>
      <div className={s.chrome}>
        <button type="button" className={s.chromeButton} aria-label={t.back} title={t.back} onClick={onBack}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M14.5 5.5 8 12l6.5 6.5" />
          </svg>
        </button>
        <button type="button" className={s.chromeButton} aria-label={t.reload} title={t.reload} onClick={onReload}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5v4.2h-4.2" />
          </svg>
        </button>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: text; the click is only counted and answered */}
        <p className={s.address} onClick={() => hands.inert('window', t.addressInert)}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z" />
          </svg>
          <span className="visually-hidden">{t.address} : </span>
          <span className={s.addressText}>{address}</span>
        </p>
        <strong className={s.training}>{t.training}</strong>
        <Progress />
      </div>
      <div className={s.site} data-area={area}>
        <Masthead service={service} area={area} actions={actions} />
        {children}
        <Footer lines={service.footer} />
      </div>
    </section>
  );
});

function Progress() {
  const busy = useBusy();
  const late = useLate();
  return <span className={s.progress} data-busy={busy} data-waits={late !== null} aria-hidden="true" />;
}

function Masthead({ service, area, actions }: Required<Pick<WindowProps, 'service' | 'area' | 'actions'>>) {
  const hands = useHands();
  const named = (name: string) => actions.find(({ label }) => label === name);
  const press = (action: Action | undefined) => (action ? hands.press(action) : hands.inert('menu', t.menuInert));
  const { name, tagline, menu, right, account = right } = service.masthead;
  const corner = area === 'account' ? account : right;
  return (
    <header className={s.masthead}>
      <div className={s.mastheadTop}>
        <p className={s.siteName}>
          {name}
          {tagline && <small>{tagline}</small>}
        </p>
        {corner && area !== 'sign-in' && <Corner name={corner} action={named(corner)} onPress={press} />}
      </div>
      {area !== 'sign-in' && menu.length > 0 && (
        <nav aria-label={t.menuLabel}>
          <ul className={s.menu}>
            {menu.map((entry) => (
              <li key={entry}>
                <button type="button" onClick={() => press(named(entry))}>
                  {entry}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

interface CornerProps {
  readonly name: string;
  readonly action: Action | undefined;
  readonly onPress: (action: Action) => void;
}

function Corner({ name, action, onPress }: CornerProps) {
  if (!action) return <p className={s.siteRight}>{name}</p>;
  return (
    <button type="button" className={s.siteRight} onClick={() => onPress(action)}>
      {name}
    </button>
  );
}

function Footer({ lines }: { readonly lines: readonly string[] }) {
  const hands = useHands();
  if (lines.length === 0) return null;
  return (
    <footer className={s.footer}>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <button type="button" onClick={() => hands.inert('menu', t.menuInert)}>
              {line}
            </button>
          </li>
        ))}
      </ul>
    </footer>
  );
}
