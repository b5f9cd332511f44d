import { BodyLong, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Piece } from "./pieces";

interface WrittenProps {
  /** What there is to say of all of it. */
  lead: string;
  pieces: readonly Piece[];
  /** Whether what waits is still to be sent. */
  goes?: boolean;
}

/** What somebody has written and nobody has got. */
export function Written({ lead, pieces, goes = true }: WrittenProps) {
  const { t } = useTranslation();
  if (pieces.length === 0) return null;
  const note = ({ kind }: Piece) => {
    if (kind === "draft") return t("written.draft");
    if (kind === "answer") return "";
    return t(kind === "waiting" && goes ? "conversation.notSentYet" : "written.unsent");
  };
  return (
    <section aria-labelledby="written">
      <BodyLong id="written" weight="semibold" spacing>
        {lead}
      </BodyLong>
      <ul className="plain-list written">
        {pieces.map((piece) => (
          <li key={piece.key} className="written__piece">
            <bdi className="body" dir="auto">
              {piece.kind === "answer" ? t("written.answer") : piece.text}
            </bdi>
            <Detail as="p" textColor="subtle">
              {note(piece)}
            </Detail>
          </li>
        ))}
      </ul>
    </section>
  );
}
