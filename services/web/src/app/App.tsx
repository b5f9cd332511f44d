import { Provider, Theme } from "@navikt/ds-react";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BrowserRouter } from "react-router";
import { newQueryClient } from "../gateway/queries";
import { spokenIn } from "../language/language";
import { SessionProvider } from "../session/SessionProvider";
import { useTheme } from "../shell/theme";
import { Unbroken } from "../shell/Unbroken";
import { Screens } from "./Screens";

export function App() {
  const [queries] = useState(newQueryClient);
  const { i18n } = useTranslation();
  const theme = useTheme();
  return (
    <Theme theme={theme} data-color="accent" className="app">
      <Provider locale={spokenIn(i18n.language).aksel}>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <BrowserRouter>
              <Unbroken>
                <Screens />
              </Unbroken>
            </BrowserRouter>
          </SessionProvider>
        </QueryClientProvider>
      </Provider>
    </Theme>
  );
}
