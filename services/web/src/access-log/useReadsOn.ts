import { useEffect, useRef } from "react";
import { isFocusFree } from "../shell/useTakesOver";

/**
 * Who asks for older lines reads on with the first of those that come: it has the focus, and nothing
 * scrolls. Where they are all part of lines that he has, what stands at the end has it.
 */
export function useReadsOn(pages: number) {
  const lines = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const had = useRef<number>(undefined);
  useEffect(() => {
    if (had.current === undefined) return;
    const first = linesIn(lines.current)[had.current] ?? end.current;
    had.current = undefined;
    if (!first || !isFocusFree()) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }, [pages]);
  return { lines, end, readOn: () => (had.current = linesIn(lines.current).length) };
}

function linesIn(log: HTMLElement | null): HTMLElement[] {
  return [...(log?.querySelectorAll<HTMLElement>("section > .log > li") ?? [])];
}
