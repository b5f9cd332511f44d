import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStaysInList } from "../shell/useStaysInList";
import { keyOfThing, type Thing } from "./things";

/** So many are seen at once; more are folded. */
const AT_ONCE = 5;

interface SeveralProps {
  /** In their order. */
  all: readonly Thing[];
  /** What it is a list of, where no heading says so. */
  label?: string;
  children: (thing: Thing) => ReactNode;
}

/** What waits below each other; of much the first, and how much more there is. */
export function Several({ all, label, children }: SeveralProps) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const list = useStaysInList<HTMLDivElement>(all.length);
  const more = all.length - AT_ONCE;
  return (
    <div ref={list} tabIndex={-1}>
      <ul className="plain-list room-cards" aria-label={label}>
        {(whole ? all : all.slice(0, AT_ONCE)).map((thing) => (
          <li key={keyOfThing(thing)} className="room-card standing">
            {children(thing)}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button
          variant="tertiary"
          size="small"
          className="several__more"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t("standing.fewer") : t("standing.more", { count: more })}
        </Button>
      )}
    </div>
  );
}
