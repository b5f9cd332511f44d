import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLostFocus } from "../shell/useLostFocus";
import { questionOf } from "./answer";
import { isQuick, type Given } from "./given";
import { AnswerNotice } from "./AnswerNotice";
import { useAnswers } from "./AnswersProvider";

/** What goes through at once is told by its room; only what lasts longer is told elsewhere. */
const WORTH_TELLING = 1_000;

/** On every screen: what its person has answered on another one and what is not known to be so. */
export function Unanswered() {
  const answers = useAnswers();
  const given = useSyncExternalStore(answers.subscribe, answers.elsewhere);
  const place = useFocusStays();
  return (
    <div className="unanswered quiet-when-empty" role="status" ref={place} tabIndex={-1}>
      {[...given].sort(mattersMost).map((it) => (
        <Unknown key={questionOf(it.answer)} given={it} />
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

function Unknown({ given }: { given: Given }) {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(true), WORTH_TELLING);
    return () => clearTimeout(timer);
  }, []);
  if (isQuick(given) && !lasts) return null;
  return (
    <div className="unanswered__one">
      <AnswerNotice given={given} />
    </div>
  );
}
