import { BodyLong, LocalAlert } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { isProfessional, useMe } from "../session/session";
import { Page } from "../shell/Page";
import { ProposeForm } from "./ProposeForm";

export function ProposeScreen() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t("propose.title")} back="/" backText={t("rooms.title")}>
      {isProfessional(me) ? (
        <>
          <BodyLong>{t("propose.lead")}</BodyLong>
          <ProposeForm roles={me.roles.filter(({ kind }) => kind === "PROFESSIONAL")} />
        </>
      ) : (
        <LocalAlert status="announcement">
          <LocalAlert.Header>
            <LocalAlert.Title>{t("propose.onlyProfessionals")}</LocalAlert.Title>
          </LocalAlert.Header>
        </LocalAlert>
      )}
    </Page>
  );
}
