import { BodyShort, Heading, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { questionOf, type Answer } from "../answers/answer";
import { AnswerHere } from "../answers/AnswerNotice";
import { useAnswers, useGiven } from "../answers/AnswersProvider";
import { goesOnByItself, isQuick } from "../answers/given";
import type { DirectoryEntry } from "../contracts/people";
import { inARow } from "../language/isolated";
import { DirectorySearch } from "../rooms/DirectorySearch";
import { useRoomAtHand } from "../rooms/rooms";
import { useBlocks } from "./blocks";
import { AreYouSure } from "../shell/AreYouSure";
import { Told } from "../shell/Told";

/** A way to block one more. What is answered is not lost with the screen. */
export function OneMore({ without }: { without: string[] }) {
  const { t } = useTranslation();
  const cameFor = useCameFor(without);
  const [chosen, setChosen] = useState<Chosen | undefined>(cameFor);
  // After "Avbryt" the search has come anew, with the focus that was on the card.
  const [turn, setTurn] = useState(0);
  // Lifted later, it is not asked about again.
  if (chosen && without.includes(chosen.personId)) setChosen(undefined);
  const [done, setDone] = useState<Extract<Answer, { kind: "block" }>>();
  return (
    <VStack as="section" gap="space-12" aria-labelledby="block-title">
      <Heading level="2" size="xsmall" id="block-title">
        {t("blocks.oneMore")}
      </Heading>
      <DirectorySearch
        label={t("directory.label")}
        key={turn}
        autoFocus={turn > 0}
        addText={t("blocks.block")}
        allThereText={t("blocks.allThere")}
        without={without}
        onAdd={setChosen}
        onSearch={() => {
          setChosen(undefined);
          setDone(undefined);
        }}
      />
      {chosen && (
        <Sure
          key={chosen.personId}
          chosen={chosen}
          onDone={setDone}
          onCancel={() => {
            setChosen(undefined);
            setTurn(turn + 1);
          }}
        />
      )}
      <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
        {done && without.includes(done.personId) && (
          <Told key={done.at}>{t("answer.block.done", { name: done.name })}</Told>
        )}
      </BodyShort>
    </VStack>
  );
}

interface SureProps {
  chosen: Chosen;
  onDone: (block: Extract<Answer, { kind: "block" }>) => void;
  onCancel: () => void;
}

/** What it means, and how it stands with the yes, beside what it was given with. */
function Sure({ chosen, onDone, onCancel }: SureProps) {
  const { t } = useTranslation();
  const answers = useAnswers();
  const { personId, name, title, organisation } = chosen;
  const asked = { kind: "block", personId } as const;
  const { takenBack } = useBlocks().data ?? {};
  const known = takenBack !== undefined && { takenBack };
  const given = useGiven(asked, ({ answer, progress }) => {
    if (progress.kind === "done" && answer.kind === "block") onDone(answer);
  });
  return (
    <>
      <AreYouSure
        yes={t("blocks.sure", { name })}
        danger
        answered={goesOnByItself(given)}
        busy={isQuick(given)}
        onCancel={() => {
          answers.forget(questionOf(asked));
          onCancel();
        }}
        onYes={() => answers.give({ ...asked, name, at: Date.now(), ...known })}
      >
        <BodyShort weight="semibold">{inARow(name, title, organisation?.name)}</BodyShort>
        <BodyShort>{t("blocks.means")}</BodyShort>
      </AreYouSure>
      <AnswerHere given={given} />
    </>
  );
}

/** Who it is to be, found by the search or come for from a room. */
type Chosen = Pick<DirectoryEntry, "personId" | "name"> &
  Partial<Pick<DirectoryEntry, "title" | "organisation">>;

/**
 * The one in whose place in a room the way here was taken. The browser keeps where somebody has been:
 * it is told the place, and not who sits there (R9).
 */
function useCameFor(without: string[]): Chosen | undefined {
  const place = useLocation().state as Partial<Record<"roomId" | "seatId", string>> | null;
  const room = useRoomAtHand(place?.roomId ?? "");
  const seat = room?.seats.find(({ seatId }) => seatId === place?.seatId);
  if (!seat || without.includes(seat.person.personId)) return undefined;
  const { person, title, organisation } = seat;
  return { ...person, ...(title && { title }), ...(organisation && { organisation }) };
}
