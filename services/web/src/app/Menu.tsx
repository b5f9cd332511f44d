import {
  CalendarIcon,
  CircleSlashIcon,
  EnvelopeClosedIcon,
  LaptopIcon,
  LeaveIcon,
  MagnifyingGlassIcon,
  MenuHamburgerIcon,
  PaletteIcon,
  PersonGroupIcon,
  PhoneIcon,
  QuestionmarkCircleIcon,
} from "@navikt/aksel-icons";
import { ActionMenu, BodyShort, Button } from "@navikt/ds-react";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Me } from "../contracts/people";
import { PushItem } from "../notifications/PushItem";
import { useKnownRooms } from "../rooms/rooms";
import { isPatientOf } from "../rooms/seats";
import { isAuditor } from "../session/session";
import { SIGN_OUT } from "../session/signOut";
import { fetchedDialogue } from "../shell/fetchedDialogue";

const Looks = fetchedDialogue(() => import("./Looks").then((it) => it.Looks));

interface MenuProps {
  me: Me;
  /** What the screen adds to it, above the rest. */
  own: ReactNode;
}

/** Everything that is not on the screens themselves. */
export function Menu({ me, own }: MenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rooms = useKnownRooms();
  const hasOwnRoom = rooms?.some(isPatientOf) ?? false;
  // A block may have hidden the only room of his that there was, whatever else he is.
  const mayHaveBlocked = hasOwnRoom || me.roles.length === 0 || rooms?.length === 0;
  const [looks, setLooks] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = () => {
    setLooks(false);
    // The dialogue was opened from what is gone by now.
    button.current?.focus();
  };
  return (
    <>
      <ActionMenu>
        <ActionMenu.Trigger>
          <Button
            ref={button}
            variant="tertiary"
            data-color="neutral"
            size="small"
            icon={<MenuHamburgerIcon aria-hidden />}
          >
            <span className="menu-button__text">{t("shell.menu")}</span>
          </Button>
        </ActionMenu.Trigger>
        <ActionMenu.Content align="end" className="menu">
          {own && (
            <>
              {own}
              <ActionMenu.Divider />
            </>
          )}
          <ActionMenu.Label>
            <div>
              <BodyShort weight="semibold">
                <bdi>{me.name}</bdi>
              </BodyShort>
              {me.roles.map((role) => (
                <BodyShort key={role.roleId} size="small">
                  <bdi>{role.title}</bdi>, <bdi>{role.organisation.name}</bdi>
                </BodyShort>
              ))}
            </div>
          </ActionMenu.Label>
          <ActionMenu.Divider />
          <ActionMenu.Item
            icon={<PersonGroupIcon aria-hidden />}
            onSelect={() => void navigate("/")}
          >
            {t("rooms.title")}
          </ActionMenu.Item>
          <ActionMenu.Item
            icon={<CalendarIcon aria-hidden />}
            onSelect={() => void navigate("/next")}
          >
            {t("next.title")}
          </ActionMenu.Item>
          <ActionMenu.Item
            icon={<EnvelopeClosedIcon aria-hidden />}
            onSelect={() => void navigate("/address")}
          >
            {t("address.title")}
          </ActionMenu.Item>
          {mayHaveBlocked && (
            <ActionMenu.Item
              icon={<CircleSlashIcon aria-hidden />}
              onSelect={() => void navigate("/blocks")}
            >
              {t("blocks.title")}
            </ActionMenu.Item>
          )}
          {isAuditor(me) && (
            <ActionMenu.Item
              icon={<MagnifyingGlassIcon aria-hidden />}
              onSelect={() => void navigate("/audit")}
            >
              {t("audit.title")}
            </ActionMenu.Item>
          )}
          <ActionMenu.Item
            icon={<LaptopIcon aria-hidden />}
            onSelect={() => void navigate("/sessions")}
          >
            {t("sessions.title")}
          </ActionMenu.Item>
          <PushItem personId={me.personId} />
          <ActionMenu.Item icon={<PaletteIcon aria-hidden />} onSelect={() => setLooks(true)}>
            {t("looks.title")}
          </ActionMenu.Item>
          <ActionMenu.Item
            icon={<QuestionmarkCircleIcon aria-hidden />}
            onSelect={() => void navigate("/help")}
          >
            {t("help.title")}
          </ActionMenu.Item>
          <ActionMenu.Item
            icon={<LeaveIcon aria-hidden />}
            onSelect={() => void navigate(SIGN_OUT.to, { state: SIGN_OUT.state })}
          >
            {t("session.signOut")}
          </ActionMenu.Item>
          <ActionMenu.Divider />
          <ActionMenu.Group label={t("emergency.menu")}>
            <ActionMenu.Item as="a" href="tel:113" icon={<PhoneIcon aria-hidden />}>
              {t("emergency.ring113")}
            </ActionMenu.Item>
            <ActionMenu.Item as="a" href="tel:116117" icon={<PhoneIcon aria-hidden />}>
              {t("emergency.ring116117")}
            </ActionMenu.Item>
          </ActionMenu.Group>
        </ActionMenu.Content>
      </ActionMenu>
      <Looks asked={looks} open={looks} onClose={back} />
    </>
  );
}
