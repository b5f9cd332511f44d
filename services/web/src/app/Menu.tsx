import {
  EnvelopeClosedIcon,
  LaptopIcon,
  LeaveIcon,
  MagnifyingGlassIcon,
  MenuHamburgerIcon,
  PersonGroupIcon,
} from "@navikt/aksel-icons";
import { ActionMenu, BodyShort, Button } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Me } from "../contracts/people";
import { PushItem } from "../notifications/PushItem";
import { isAuditor } from "../session/session";
import { SIGN_OUT } from "../session/signOut";

export function Menu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ActionMenu>
      <ActionMenu.Trigger>
        <Button
          variant="tertiary"
          data-color="neutral"
          size="small"
          icon={<MenuHamburgerIcon aria-hidden />}
        >
          {t("shell.menu")}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="end">
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
        <ActionMenu.Item icon={<PersonGroupIcon aria-hidden />} onSelect={() => void navigate("/")}>
          {t("rooms.title")}
        </ActionMenu.Item>
        <ActionMenu.Item
          icon={<EnvelopeClosedIcon aria-hidden />}
          onSelect={() => void navigate("/address")}
        >
          {t("address.title")}
        </ActionMenu.Item>
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
        <ActionMenu.Item
          icon={<LeaveIcon aria-hidden />}
          onSelect={() => void navigate(SIGN_OUT.to, { state: SIGN_OUT.state })}
        >
          {t("session.signOut")}
        </ActionMenu.Item>
      </ActionMenu.Content>
    </ActionMenu>
  );
}
