import { BodyLong, BodyShort, Detail, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { firstName } from "../language/names";
import { hueOf, proposerOf } from "../rooms/seats";
import { Face } from "../shell/Face";
import { ifYes } from "./ifYes";

/** Who asks, or asked, what for, and who is in it after a yes. */
export function AskedBy({ room, children }: { room: RoomDetails; children: string }) {
  const { t } = useTranslation();
  const { name, organisationName } = room.proposedBy;
  const asker = proposerOf(room);
  const { joins, asked } = ifYes(room);
  return (
    <VStack gap="space-8" className="card">
      <div className="asker">
        <Face name={name} hue={asker ? hueOf(room, asker.person.personId) : "none"} />
        <div>
          <BodyShort weight="semibold">
            <bdi>{name}</bdi>
          </BodyShort>
          <Detail as="p" textColor="subtle">
            <bdi>{organisationName}</bdi>
          </Detail>
        </div>
      </div>
      <BodyLong>{children}</BodyLong>
      <BodyLong className="quote" dir="auto">
        <bdi>{room.purpose}</bdi>
      </BodyLong>
      <BodyShort size="small">
        {joins.length === 0
          ? t("consent.joinsNobody")
          : t("consent.joins", { name: firstName(joins[0]?.person.name ?? "") })}
      </BodyShort>
      <Others room={room} others={asked} />
    </VStack>
  );
}

/** Who else is to be in it, by name: each of them is asked about afterwards. */
function Others({ room, others }: { room: RoomDetails; others: Seat[] }) {
  const { t } = useTranslation();
  if (others.length === 0) return null;
  const again = room.status !== "PROPOSED";
  const label = again ? t("openAgain.others") : t("consent.others");
  return (
    <VStack as="section" gap="space-8" aria-label={label}>
      <BodyShort size="small">
        {t(again ? "openAgain.helpersLater" : "consent.helpersLater", { count: others.length })}
      </BodyShort>
      <VStack as="ul" gap="space-8" className="plain-list">
        {others.map(({ seatId, person, title, organisation }) => (
          <li key={seatId} className="asker">
            <Face name={person.name} hue={hueOf(room, person.personId)} size="medium" />
            <div>
              <BodyShort size="small" weight="semibold">
                <bdi>{person.name}</bdi>
              </BodyShort>
              <Detail as="p" textColor="subtle">
                {inARow(title, organisation?.name)}
              </Detail>
            </div>
          </li>
        ))}
      </VStack>
    </VStack>
  );
}
