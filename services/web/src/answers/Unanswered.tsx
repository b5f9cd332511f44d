import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLostFocus } from "../shell/useLostFocus";
import { questionOf } from "./answer";
import { isQuick, type Given } from "./given";
import { AnswerNotice } from "./AnswerNotice";
import { useAnswers } from "./AnswersProvider";

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

export function Unanswered({ given }: { given: readonly Given[] }) {
  const place = useFocusStays();
  return (
    <div className="unanswered quiet-when-empty" role="status" ref={place} tabIndex={-1}>
      {[...given].sort(mattersMost).map((it) => (
        <div key={questionOf(it.answer)} className="unanswered__one">
          <AnswerNotice given={it} />
        </div>
      ))}
    </div>
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

/** That a room is still open to others is seen without scrolling. */
function mattersMost({ answer: one }: Given, { answer: other }: Given): number {
  return Number(other.kind === "withdrawal") - Number(one.kind === "withdrawal");
}
