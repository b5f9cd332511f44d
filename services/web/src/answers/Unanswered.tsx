import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLostFocus } from "../shell/useLostFocus";
import { isEnding, questionOf } from "./answer";
import { useAnswerText } from "./answerText";
import { isQuick, type Given } from "./given";
import { AnswerNotice } from "./AnswerNotice";
import { useAnswers } from "./AnswersProvider";
import { WhichRoom } from "./WhichRoom";

/** What goes through at once is told by its room; only what lasts longer is told elsewhere. */
const WORTH_TELLING = 1_000;

/** What is told on every screen: what its person has answered on another one and is not known to be so. */
export function useUnanswered(): readonly Given[] {
  const answers = useAnswers();
  const given = useSyncExternalStore(answers.subscribe, answers.elsewhere);
  const lasts = useLasting(given);
  return given.filter((it) => !isQuick(it) || lasts(it));
}

/** Whether something has been there for so long that it is worth telling, also if it is quick. */
function useLasting(given: readonly Given[]): (one: Given) => boolean {
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const [lasting, setLasting] = useState<readonly string[]>([]);
  useEffect(() => {
    const here = given.map(({ answer }) => questionOf(answer));
    for (const [question, timer] of timers.current) {
      if (here.includes(question)) continue;
      clearTimeout(timer);
      timers.current.delete(question);
      setLasting((before) => before.filter((it) => it !== question));
    }
    for (const question of here) {
      if (timers.current.has(question)) continue;
      const lasts = () => setLasting((before) => [...before, question]);
      timers.current.set(question, setTimeout(lasts, WORTH_TELLING));
    }
  }, [given]);
  useEffect(() => {
    const all = timers.current;
    return () => {
      all.forEach(clearTimeout);
      all.clear();
    };
  }, []);
  return ({ answer }) => lasting.includes(questionOf(answer));
}

/** `open`: all of it; else what matters most, and of the rest only who hears the page is told. */
export function Unanswered({ given, open = true }: { given: readonly Given[]; open?: boolean }) {
  const place = useFocusStays();
  return (
    <div
      className="unanswered quiet-when-empty"
      role="status"
      aria-atomic="false"
      ref={place}
      tabIndex={-1}
    >
      {[...given].sort(mattersMost).map((it, index) => {
        const folded = !open && index > 0;
        return (
          <div
            key={questionOf(it.answer)}
            className={folded ? "sr-only" : "unanswered__one"}
            aria-atomic="true"
          >
            {folded ? <Folded given={it} /> : <AnswerNotice given={it} />}
          </div>
        );
      })}
    </div>
  );
}

/** How it stands; what can be done about it is there once it is unfolded. */
function Folded({ given }: { given: Given }) {
  const text = useAnswerText();
  return (
    <>
      <WhichRoom of={given.answer} /> {text(given)}
    </>
  );
}

/** Where a button that had the focus goes, the focus stays: here, or with the page below. */
function useFocusStays() {
  const place = useRef<HTMLDivElement>(null);
  const isLost = useLostFocus(place);
  // After each change of what stands here.
  useEffect(() => {
    if (!isLost()) return;
    const isEmpty = place.current?.childElementCount === 0;
    const next = isEmpty ? document.querySelector<HTMLElement>("h1") : place.current;
    next?.focus({ preventScroll: true });
  });
  return place;
}

/**
 * First what was to end something and is not known to have: a room is still open, or somebody in it. Last
 * what is done. What is tried again keeps its place meanwhile.
 */
function mattersMost(one: Given, other: Given): number {
  return rank(one) - rank(other);
}

function rank({ answer, progress }: Given): number {
  if (progress.kind === "done") return 2;
  return isEnding(answer) ? 0 : 1;
}
