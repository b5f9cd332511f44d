import { Provider, Theme } from "@navikt/ds-react";
import { en, nb, nn } from "@navikt/ds-react/locales";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router";
import { newQueryClient } from "../gateway/queries";
import { languageOf } from "../language/language";
import { SessionProvider } from "../session/SessionProvider";
import { newRouter } from "./routes";

const AKSEL = { nb, nn, en };

export function App() {
  const [queries] = useState(newQueryClient);
  const [router] = useState(newRouter);
  const { i18n } = useTranslation();
  return (
    <Theme theme="light" data-color="accent" className="app">
      <Provider locale={AKSEL[languageOf(i18n.language) ?? "nb"]}>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </Provider>
    </Theme>
  );
}
