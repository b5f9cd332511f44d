import { BodyLong, BodyShort, Button, Heading, InlineMessage, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { BlockedPerson, DirectoryEntry } from "../contracts/people";
import { codeOf, Refusal } from "../gateway/refusal";
import { useStandingError } from "../gateway/standingError";
import { inARow } from "../language/isolated";
import { useProblemText } from "../language/problems";
import { DirectorySearch } from "../rooms/DirectorySearch";
import { useNamedRooms, useRoomAtHand } from "../rooms/rooms";
import { isPatientOf } from "../rooms/seats";
import { AreYouSure } from "../shell/AreYouSure";
import { Page } from "../shell/Page";
import { Refused } from "../shell/Refused";
import { Told } from "../shell/Told";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { Blocked } from "./Blocked";
import { useBlockChange, useBlocks } from "./blocks";

/** Whom one has blocked from one's own rooms, and a way to block one more. */
export function BlocksScreen() {
  const { t } = useTranslation();
  const blocks = useBlocks();
  const { data, refetch } = blocks;
  const error = useStandingError(blocks);
  return (
    <Page title={t("blocks.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("blocks.lead")}</BodyLong>
      {data ? (
        <Those items={data.items} />
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting rows={2} />
      )}
    </Page>
  );
}

function Those({ items }: { items: BlockedPerson[] }) {
  const { t } = useTranslation();
  const takeBack = useBlockChange("DELETE");
  const hasRoom = useNamedRooms()?.some(isPatientOf) ?? false;
  // Who has no room may look for nobody; his only one may be hidden from him by a block.
  const mayBlock = hasRoom || items.length > 0;
  const isStillBlocked = takeBack.isError && isBlocked(takeBack.variables, items);
  return (
    <VStack gap="space-24">
      {items.length === 0 ? (
        <BodyShort>{t("blocks.nobody")}</BodyShort>
      ) : (
        <VStack as="ul" gap="space-12" className="plain-list" aria-label={t("blocks.title")}>
          {items.map((person) => (
            <Blocked
              key={person.personId}
              person={person}
              busy={takeBack.isPending && takeBack.variables.personId === person.personId}
              onTakeBack={() => takeBack.mutate(person)}
            />
          ))}
        </VStack>
      )}
      {isStillBlocked && <Refused error={takeBack.error} />}
      <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
        {takeBack.isSuccess && !isBlocked(takeBack.variables, items) && (
          <Told key={takeBack.submittedAt}>
            {t("blocks.takenBack", { name: takeBack.variables.name })}
          </Told>
        )}
      </BodyShort>
      {mayBlock && <OneMore without={items.map(({ personId }) => personId)} />}
    </VStack>
  );
}

/** As it is now: what was done here may be another by now, here or in another window. */
function isBlocked({ personId }: { personId: string }, items: BlockedPerson[]): boolean {
  return items.some((blocked) => blocked.personId === personId);
}

function OneMore({ without }: { without: string[] }) {
  const { t } = useTranslation();
  const cameFor = useCameFor(without);
  const [chosen, setChosen] = useState<Chosen | undefined>(cameFor);
  // After "Avbryt" the search has come anew, with the focus that was on the card.
  const [turn, setTurn] = useState(0);
  const block = useBlockChange("PUT");
  const [failed, setFailed] = useState<Failed>();
  const forget = () => {
    setChosen(undefined);
    setFailed(undefined);
  };
  const send = (person: Failed["person"]) =>
    block.mutate(person, {
      onSuccess: forget,
      onError: (error) =>
        setFailed((before) => ({ person, error, times: (before?.times ?? 0) + 1 })),
    });
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
          forget();
          if (!block.isPending) block.reset();
        }}
      />
      {chosen && !without.includes(chosen.personId) && (
        <AreYouSure
          yes={t("blocks.sure", { name: chosen.name })}
          danger
          busy={block.isPending}
          onCancel={() => {
            forget();
            setTurn(turn + 1);
          }}
          onYes={() => send(chosen)}
        >
          <BodyShort weight="semibold">
            {inARow(chosen.name, chosen.title, chosen.organisation?.name)}
          </BodyShort>
          <BodyShort>{t("blocks.means")}</BodyShort>
        </AreYouSure>
      )}
      {failed && !without.includes(failed.person.personId) && (
        <NotDone failed={failed} busy={block.isPending} onRetry={() => send(failed.person)} />
      )}
      <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
        {block.isSuccess && without.includes(block.variables.personId) && (
          <Told key={block.submittedAt}>{t("blocks.done", { name: block.variables.name })}</Told>
        )}
      </BodyShort>
    </VStack>
  );
}

interface Failed {
  person: Pick<DirectoryEntry, "personId" | "name">;
  error: Error;
  /** How often by now: each time it is said anew. */
  times: number;
}

interface NotDoneProps {
  failed: Failed;
  busy: boolean;
  onRetry: () => void;
}

/** He has not been blocked, or nobody knows; until the list says that he has been. */
function NotDone({ failed: { person, error, times }, busy, onRetry }: NotDoneProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { name } = person;
  const saysNo = error instanceof Refusal && error.status >= 400 && error.status < 500;
  const hasNet = codeOf(error) !== "network-unavailable";
  const unsure = hasNet ? t("blocks.unsureNow", { name }) : t("blocks.unsure", { name });
  return (
    <VStack gap="space-8" align="start">
      <InlineMessage status="error" role="alert" key={times}>
        {saysNo ? `${t("blocks.not", { name })} ${problemText(error)}` : unsure}
      </InlineMessage>
      {!saysNo && (
        <Button size="small" variant="secondary" loading={busy} onClick={onRetry}>
          {t("trouble.retry")}
        </Button>
      )}
    </VStack>
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
