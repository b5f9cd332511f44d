import { useCallback, useEffect, useState, type RefObject } from "react";
import { useLocation, useSearchParams } from "react-router";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import type { Entry } from "./entries";
import type { LongList } from "./useLongList";

/** So many pictures it may take until a row is in the page that has been scrolled to. */
const PICTURES = 30;

/**
 * Leads to a message by its place: fetched back to where it lies further up, and the focus with it,
 * which marks it. It leads to the one that the address names, `?m=12`, each time that somebody goes
 * there. Whoever has begun to write meanwhile goes on writing. Where a page does not come, it leads as
 * far as those did that came.
 */
export function useGoTo(
  { roomId, lastSeq }: Conversation,
  entries: readonly Entry[],
  list: LongList,
  scroller: RefObject<HTMLElement | null>,
): (seq: number) => void {
  const conversations = useConversations();
  const named = useNamed(lastSeq);
  const [wanted, setWanted] = useState<{ seq: number }>();
  const [found, setFound] = useState<{ seq: number; mayFocus: () => boolean }>();
  const goTo = useCallback((seq: number) => setWanted({ seq }), []);

  useEffect(() => {
    if (named) goTo(named.seq);
  }, [named, goTo]);

  useEffect(() => {
    if (!wanted) return;
    let isCurrent = true;
    const writing = watchWriting();
    const here = () => {
      if (isCurrent) setFound({ seq: wanted.seq, mayFocus: () => !writing.end() });
    };
    void conversations.fetchBackTo(roomId, wanted.seq).then(here, here);
    return () => {
      isCurrent = false;
      writing.end();
    };
  }, [conversations, roomId, wanted]);

  // Where the rows are is known once the pages that were fetched for it have been drawn.
  useEffect(() => {
    if (!found) return;
    const { seq, mayFocus } = found;
    setFound(undefined);
    const index = entries.findIndex((it) => it.kind === "message" && it.message.seq >= seq);
    if (index < 0) return;
    list.scrollToIndex(index, { align: "start" });
    whenThere(scroller, seq, (row) => mayFocus() && takeFocus(row));
  }, [found, entries, list, scroller]);

  return goTo;
}

/** The message that the address names, another each time that somebody goes there. */
function useNamed(lastSeq: number): { seq: number } | undefined {
  const [params] = useSearchParams();
  const { key } = useLocation();
  const text = params.get("m");
  const seq = text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
  const isThere = seq !== undefined && seq <= lastSeq;
  const [named, setNamed] = useState<{ seq: number; key: string }>();
  if (isThere && (named?.seq !== seq || named.key !== key)) setNamed({ seq, key });
  return isThere ? named : undefined;
}

/** Whether anything has been written since. */
function watchWriting(): { end: () => boolean } {
  let written = false;
  const on = () => (written = true);
  document.addEventListener("input", on, true);
  return {
    end() {
      document.removeEventListener("input", on, true);
      return written;
    },
  };
}

function whenThere(
  scroller: RefObject<HTMLElement | null>,
  seq: number,
  act: (row: HTMLElement) => void,
  left = PICTURES,
): void {
  const row = scroller.current?.querySelector<HTMLElement>(`.messages__row[data-seq="${seq}"]`);
  if (row) act(row);
  else if (left > 0) requestAnimationFrame(() => whenThere(scroller, seq, act, left - 1));
}

/** A row takes the focus where it was led to, and by no tap of its own. */
function takeFocus(row: HTMLElement): void {
  row.tabIndex = -1;
  row.addEventListener("blur", () => row.removeAttribute("tabindex"), { once: true });
  row.focus({ preventScroll: true });
}
