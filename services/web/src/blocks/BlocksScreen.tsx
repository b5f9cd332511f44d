import { BodyLong, BodyShort, VStack } from "@navikt/ds-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useAnswers } from "../answers/AnswersProvider";
import type { BlockedPerson } from "../contracts/people";
import { useStandingError } from "../gateway/standingError";
import { useNamedRooms } from "../rooms/rooms";
import { isPatientOf } from "../rooms/seats";
import { Page } from "../shell/Page";
import { Refused } from "../shell/Refused";
import { Told } from "../shell/Told";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { Blocked } from "./Blocked";
import { useBlocks, useLift } from "./blocks";
import { OneMore } from "./OneMore";

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
  const takeBack = useLift();
  const hasRoom = useNamedRooms()?.some(isPatientOf) ?? false;
  // Who has no room may look for nobody; his only one may be hidden from him by a block.
  const mayBlock = hasRoom || items.length > 0;
  const asked = useAskedFor();
  const isStillBlocked = takeBack.isError && isBlocked(takeBack.variables, items);
  return (
    <VStack gap="space-24">
      {items.length === 0 ? (
        asked === 0 && <BodyShort>{t("blocks.nobody")}</BodyShort>
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

/** How many of his blocks are not known to be so: the list may lack them and be wrong. */
function useAskedFor(): number {
  const answers = useAnswers();
  return useSyncExternalStore(
    answers.subscribe,
    () => answers.open().filter(({ answer }) => answer.kind === "block").length,
  );
}

/** As it is now: what was done here may be another by now, here or in another window. */
function isBlocked({ personId }: { personId: string }, items: BlockedPerson[]): boolean {
  return items.some((blocked) => blocked.personId === personId);
}
