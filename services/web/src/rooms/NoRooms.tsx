import { BodyLong, Heading, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import { isAuditor, isProfessional, useMe } from "../session/session";

/** Nothing here yet: says why, and what to do about it, to each as who they are. */
export function NoRooms() {
  const { t } = useTranslation();
  const me = useMe();
  if (isProfessional(me)) {
    return (
      <Empty title={t("rooms.noneTitle")} text={t("rooms.noneProfessional")}>
        <LinkButton to="/rooms/new">{t("rooms.propose")}</LinkButton>
      </Empty>
    );
  }
  if (isAuditor(me)) {
    return (
      <Empty title={t("rooms.noneTitle")} text={t("rooms.noneAuditor")}>
        <LinkButton to="/audit">{t("audit.title")}</LinkButton>
      </Empty>
    );
  }
  return <Empty title={t("rooms.noneTitle")} text={t("rooms.nonePatient")} />;
}

interface EmptyProps {
  title: string;
  text: string;
  children?: React.ReactNode;
}

function Empty({ title, text, children }: EmptyProps) {
  return (
    <VStack gap="space-12" align="start" className="card card--quiet">
      <Heading level="2" size="small">
        {title}
      </Heading>
      <BodyLong>{text}</BodyLong>
      {children}
    </VStack>
  );
}
