import { useSyncExternalStore, type KeyboardEvent } from "react";
import { isOver, useWhenText, type When } from "./when";

interface DateInTextProps {
  date: { text: string; when: When };
  onAsk: () => void;
}

const A_MINUTE = 60_000;

/** A window that slept hears of it when it is looked at, at the latest. */
function onLaterMinute(listener: () => void): () => void {
  const timer = window.setInterval(listener, A_MINUTE);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** Whether the click ended where text was being marked, to copy it. */
function isSelecting(element: Element): boolean {
  const selection = document.getSelection();
  return selection?.isCollapsed === false && selection.getRangeAt(0).intersectsNode(element);
}

/**
 * A date that is still to come can be asked about. No `button`: it breaks between lines as the text
 * around it does, and is copied with it.
 */
export function DateInText({ date: { text, when }, onAsk }: DateInTextProps) {
  const whenText = useWhenText();
  const over = useSyncExternalStore(onLaterMinute, () => isOver(when, Date.now()));
  if (over) return text;
  // As buttons do: by Enter when it is pressed, by the space bar when it is let go.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === " " || event.key === "Enter") event.preventDefault();
    if (event.key === "Enter") onAsk();
  };
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if (key === " ") onAsk();
  };
  return (
    <span
      role="button"
      className="bubble__date"
      // The arrows lead here, from the times.
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-label={`${text}: ${whenText(when)}`}
      onClick={({ currentTarget }) => {
        if (!isSelecting(currentTarget)) onAsk();
      }}
      {...{ onKeyDown, onKeyUp }}
    >
      {text}
    </span>
  );
}
