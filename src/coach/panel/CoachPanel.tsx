import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '#components';
import { coachWords as words } from '#i18n';
import type { HelpLevel, HintRung } from '#recording';
import { adviceFor, type Scenery } from '../advice.ts';
import common from '../coach.module.css';
import type { CoachPanelProps } from '../contract.ts';
import { climb } from '../ladder.ts';
import { manners } from '../level.ts';
import { type CoachSession, hear, moveTo, newSession, touchedAdvice } from '../session.ts';
import { Guide } from './Guide.tsx';
import { HintLadder, hintSentence, NextRung } from './HintLadder.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { Listen } from './Listen.tsx';
import styles from './panel.module.css';
import { useDetector } from './use-detector.ts';
import { useLastKey } from './use-hands-still.ts';
import { useNextStep } from './use-next-step.ts';
import { useOffer } from './use-offer.ts';
import { useOutOfSight } from './use-out-of-sight.ts';
import { Whisper } from './Whisper.tsx';

/** The coach beside the replica. It points and says; it never types, never blocks, never blames. */
export default function CoachPanel(props: CoachPanelProps) {
  const { run, view, persona, level, scenario, onLevel, record, onPoint, onHuman, onOffer, events } = props;
  const manner = manners[level];
  const { today, elapsed } = props;
  const lastKey = useLastKey(elapsed);
  const next = useNextStep(run, persona, view, elapsed, lastKey);
  const { screen, data, phase } = view;

  // `view` changes at every key; sentences only when the screen, its data or the next step do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const scenery: Scenery = useMemo(
    () => ({ view, persona, today, scenario }),
    [screen, data, persona, today, scenario],
  );
  const proposed = useMemo(() => adviceFor(next, scenery), [next, scenery]);

  const [session, setSession] = useState<CoachSession>(newSession);
  const heard = useRef(events?.length ?? 0);
  const hearing = useRef({ ...scenery, level, next: proposed });
  hearing.current = { ...scenery, view, level, next: proposed };
  const runId = events?.[0]?.run;
  const heardRun = useRef(runId);
  useEffect(() => {
    if (runId !== heardRun.current) {
      heardRun.current = runId;
      heard.current = 0;
      setSession(newSession);
    }
    const fresh = events?.slice(heard.current) ?? [];
    heard.current = events?.length ?? 0;
    if (fresh.length > 0)
      setSession((before) => fresh.reduce((now, event) => hear(now, event, hearing.current), before));
  }, [events, runId]);

  const isRight = (field: string, cell?: string) =>
    run.view.screen !== screen || run.assess(field, cell).class === 'right';
  const advice = manner.guides ? proposed : (touchedAdvice(session, isRight, scenery) ?? proposed);
  const spot = advice?.spot ?? `${screen?.id ?? ''}.`;
  // Hints belong to a spot: elsewhere, the ladder starts from the ground again.
  const ladder = moveTo(session, spot).ladder;
  const screenId = screen?.id ?? '';

  const hint = (rung: HintRung, asked: boolean) =>
    record({ type: 'HintShown', screen: screenId, field: advice?.field ?? null, rung, asked });

  // Guide: the target is outlined in place as soon as it changes, and the hint is counted.
  const guided = manner.guides && phase === 'ready' ? (advice?.spot ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new target is a new hint
  useEffect(() => {
    if (!guided || !advice) return;
    onPoint(advice.point);
    hint('what', false);
    return () => onPoint(null);
  }, [guided]);
  // Back from a paper or a message: the outline is drawn again around what it was for.
  const back = events?.at(-1);
  const returned =
    back && ((back.type === 'PaneOpened' && back.pane === 'site') || back.type === 'FieldEntered') ? back.seq : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a return
  useEffect(() => {
    if (returned !== null && guided && advice) onPoint(advice.point);
  }, [returned]);

  const climbTo = (to?: HintRung) => {
    const climbed = climb(ladder, elapsed(), to);
    if (climbed === ladder || climbed.rung === null) return;
    setSession((before) => ({ ...moveTo(before, spot), ladder: climbed }));
    hint(climbed.rung, true);
    if (advice && climbed.rung !== 'reassure') onPoint(advice.point);
  };
  const openHelp = () => {
    record({ type: 'HelpOpened', screen: screenId, field: advice?.field ?? null });
    climbTo();
  };
  const closeHelp = () => {
    record({ type: 'HelpClosed', screen: screenId });
    setSession((before) => ({ ...before, ladder: { ...ladder, open: false } }));
    onPoint(null);
  };
  const human = () => {
    hint('human', true);
    onHuman();
  };
  const changeLevel = (to: HelpLevel) => {
    if (to === level) return;
    record({ type: 'LevelChanged', level: to, by: 'learner' });
    onPoint(null);
    setSession((before) => ({
      ...before,
      ladder: newSession.ladder,
      said: { tone: 'info', text: words.levels[to].says },
    }));
    onLevel(to);
  };

  const offer = useOffer(
    useDetector(events, elapsed, record),
    elapsed,
    lastKey,
    manner.offers && !ladder.open && phase === 'ready',
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it changes, whatever function hears it
  useEffect(() => {
    onOffer?.(offer.open);
  }, [offer.open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once an offer
  useEffect(() => {
    if (offer.open) hint(manner.guides ? 'how' : 'reassure', false);
  }, [offer.open]);

  const acceptOffer = () => {
    offer.dismiss();
    openHelp();
  };

  const ready = phase === 'ready';
  const climbing = ready && !manner.guides && manner.answers && ladder.open && advice !== null;
  const offering = offer.open && !manner.guides;
  // The one thing that the coach says now; null when it is silent.
  const sentence =
    ready && manner.guides && advice
      ? offer.open
        ? advice.how
        : advice.ask
      : climbing && ladder.rung
        ? hintSentence(ladder.rung, advice)
        : offering
          ? words.offer
          : null;
  const panel = useRef<HTMLElement>(null);
  const away = useOutOfSight(panel);
  const answers = offering && (
    <div className="row">
      <Button onClick={acceptOffer}>{words.offerYes}</Button>
      <Button look="secondary" onClick={offer.dismiss}>
        {words.offerNo}
      </Button>
    </div>
  );
  return (
    <section ref={panel} className={styles.panel} aria-label={words.title}>
      {away && (
        <Whisper
          said={offering || climbing ? null : session.said}
          sentence={sentence}
          advice={advice}
          onPoint={onPoint}
        >
          {answers ||
            (climbing && <NextRung ladder={ladder} elapsed={elapsed} onClimb={climbTo} onClose={closeHelp} />)}
        </Whisper>
      )}
      <p className={common.safe}>{words.nothingSent}</p>
      <div aria-live="polite" className={styles.voice}>
        {session.said && <p className={`notice is-${session.said.tone}`}>{session.said.text}</p>}
        {phase === 'calling' || phase === 'loading' ? <p>{words.working}</p> : null}
        {phase === 'ended' && <p>{words.done}</p>}
        {ready && manner.guides && <Guide advice={advice} resaid={offer.open} onPoint={onPoint} />}
        {ready && !manner.guides && manner.answers && !climbing && !offering && <p>{words.silent}</p>}
        {ready && !manner.answers && <p>{words.alone}</p>}
        {offering && <p className={styles.offer}>{words.offer}</p>}
      </div>
      {answers}
      {climbing && (
        <HintLadder
          ladder={ladder}
          elapsed={elapsed}
          advice={advice}
          onClimb={climbTo}
          onClose={closeHelp}
          onPoint={onPoint}
        />
      )}
      {ready && !manner.guides && manner.answers && !climbing && !offering && advice && (
        <Button onClick={openHelp}>{words.ask}</Button>
      )}
      <Listen text={sentence ?? ''} />
      <div className={styles.foot}>
        <LevelChoice level={level} onChange={changeLevel} />
        <div className="row">
          {!manner.answers && (
            <Button look="secondary" onClick={() => changeLevel('je-demande')}>
              {words.takeBack}
            </Button>
          )}
          <Button look="quiet" onClick={human}>
            {words.human}
          </Button>
        </div>
      </div>
    </section>
  );
}
