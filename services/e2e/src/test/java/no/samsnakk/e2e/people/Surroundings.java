package no.samsnakk.e2e.people;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.Set;
import no.samsnakk.e2e.browser.Chromium;
import no.samsnakk.e2e.browser.Guard;
import no.samsnakk.e2e.browser.Inspection;
import no.samsnakk.e2e.browser.Pictures;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.inbox.Inbox;
import no.samsnakk.e2e.stage.Addresses;

/** What everybody shares: the running Samsnakk, and eyes on every screen. */
public record Surroundings(
    Addresses addresses,
    Chromium chromium,
    Directory directory,
    Inspection inspection,
    Pictures pictures,
    Device device) {

  /** The same for somebody at another device. */
  Surroundings at(Device other) {
    return new Surroundings(addresses, chromium, directory, inspection, pictures, other);
  }

  /** One in Norway with an empty cookie jar. */
  BrowserContext newBrowser() {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setUserAgent(device.userAgent())
                .setHasTouch(device.touched())
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo"));
  }

  Guard guard(BrowserContext browser) {
    Guard guard =
        new Guard(
            addresses.app(),
            Set.of(addresses.keycloak(), addresses.inbox()),
            directory.personalMatter());
    guard.watch(browser);
    return guard;
  }

  Window newWindow(BrowserContext browser, DemoPerson who) {
    return new Window(
        browser.newPage(),
        who.firstName(),
        addresses.app(),
        device.touched(),
        inspection,
        pictures);
  }

  Inbox inbox(Window window) {
    return new Inbox(window, addresses.inbox());
  }
}
