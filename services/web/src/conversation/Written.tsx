import { BodyLong, Detail, InlineMessage, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Lying } from "../answers/answer";
import { useStandingOnDevice } from "../answers/answerText";
import { WhichRoom } from "../answers/WhichRoom";
import type { Piece, WrittenPiece } from "./pieces";

interface WrittenProps {
  /** What there is to say of all that was written; without it, whether it is kept here. */
  lead?: string;
  pieces: readonly Piece[];
  /** Whether what waits is still to be sent. */
  goes?: boolean;
}

/** What somebody has written or answered and nobody has got, for all that is known here. */
export function Written({ lead, pieces, goes = true }: WrittenProps) {
  const { t } = useTranslation();
  const written = pieces.filter((it) => it.kind !== "answer");
  const answers = pieces.filter((it) => it.kind === "answer");
  const note = ({ kind, onlyHere }: WrittenPiece) => {
    if (kind === "draft" || kind === "proposal" || kind === "proposed") return t(`written.${kind}`);
    if (kind !== "waiting" || !goes) return t("written.unsent");
    return t(onlyHere ? "conversation.notSentOnlyHere" : "conversation.notSentYet");
  };
  const onlyHere = written.some((it) => it.onlyHere);
  const kept = t(onlyHere ? "unreachable.onlyHere" : "unreachable.written");
  return (
    <VStack gap="space-24">
      {answers.map((piece) => (
        <Lies key={piece.key} lying={piece} goes={goes} />
      ))}
      {written.length > 0 && (
        <section aria-labelledby="written">
          <BodyLong id="written" weight="semibold" spacing>
            {lead ?? kept}
          </BodyLong>
          <ul className="plain-list written">
            {written.map((piece) => (
              <li key={piece.key} className="written__piece">
                <bdi className="body" dir="auto">
                  {piece.text}
                </bdi>
                <Detail as="p" textColor="subtle">
                  {note(piece)}
                </Detail>
              </li>
            ))}
          </ul>
        </section>
      )}
    </VStack>
  );
}

function Lies({ lying, goes }: { lying: Lying; goes: boolean }) {
  return (
    <InlineMessage status="warning">
      <WhichRoom of={lying.answer} />
      {useStandingOnDevice()(lying, goes)}
    </InlineMessage>
  );
}
