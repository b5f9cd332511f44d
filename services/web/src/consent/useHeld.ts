import { useCallback, useEffect, useRef, useState } from "react";

/** For how many seconds an answer can be taken back. */
export const HELD_FOR = 10;

/** An answer that has been given and not sent. */
export interface Held<Answer> {
  answer: Answer;
  secondsLeft: number;
}

/**
 * Holds an answer back so long that it can be taken back. It leaves when the time is up, or at once
 * with the screen it was given on: when that is left, hidden or closed nobody could take it back
 * there any more, and nobody's answer is lost with a tab.
 */
export function useHeld<Answer>(send: (answer: Answer) => void) {
  const [held, setHeld] = useState<Held<Answer>>();
  const waiting = useRef<Held<Answer>>(undefined);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });

  const become = useCallback((next: Held<Answer> | undefined) => {
    waiting.current = next;
    setHeld(next);
  }, []);

  const release = useCallback(() => {
    const leaving = waiting.current;
    become(undefined);
    if (leaving) latest.current(leaving.answer);
  }, [become]);

  useEffect(() => {
    if (!held) return;
    const { answer, secondsLeft } = held;
    const tick = () =>
      secondsLeft > 1 ? become({ answer, secondsLeft: secondsLeft - 1 }) : release();
    const timer = setTimeout(tick, 1000);
    return () => clearTimeout(timer);
  }, [held, become, release]);

  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && release();
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", release);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", release);
      release();
    };
  }, [release]);

  return {
    held,
    hold: (answer: Answer) => become({ answer, secondsLeft: HELD_FOR }),
    undo: () => become(undefined),
  };
}
