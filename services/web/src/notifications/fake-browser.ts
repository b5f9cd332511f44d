import { vi } from "vitest";

/**
 * For tests: a browser with notices, which is subscribed at one endpoint at a time, and each time
 * at another. It outlasts the app, as a browser does.
 */
export class FakeBrowser {
  permission: NotificationPermission = "default";
  /** What the person answers when the browser asks. */
  answer: NotificationPermission = "granted";
  asked = 0;
  offline = false;
  endpoint: string | undefined;
  notices = 0;
  /** The server's key that it was subscribed under, if it is not the one of now. */
  key = [1, 2, 3];
  private subscriptions = 0;
  private readonly worker = new EventTarget();

  constructor() {
    const manager = {
      getSubscription: () => Promise.resolve(this.subscription()),
      subscribe: () => {
        this.endpoint ??= `https://push.example/${++this.subscriptions}`;
        return Promise.resolve(this.subscription());
      },
    };
    const registration = {
      pushManager: manager,
      getNotifications: () =>
        Promise.resolve(
          Array.from({ length: this.notices }, () => ({ close: () => this.notices-- })),
        ),
    };
    vi.stubGlobal("PushManager", Object);
    vi.stubGlobal("Notification", this.notification());
    Object.defineProperty(navigator, "serviceWorker", {
      configurable: true,
      value: Object.assign(this.worker, {
        ready: Promise.resolve(registration),
        getRegistration: () => Promise.resolve(registration),
      }),
    });
  }

  /** The service worker says something to the window. */
  hears(data: string): void {
    this.worker.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** As if it had never been. */
  remove(): void {
    Reflect.deleteProperty(navigator, "serviceWorker");
    localStorage.clear();
  }

  private notification() {
    const permission = () => this.permission;
    return {
      get permission() {
        return permission();
      },
      requestPermission: () => {
        this.asked++;
        if (this.permission === "default") this.permission = this.answer;
        return Promise.resolve(this.permission);
      },
    };
  }

  private subscription() {
    const { endpoint } = this;
    if (endpoint === undefined) return null;
    return {
      endpoint,
      options: { applicationServerKey: new Uint8Array(this.key).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh: "p", auth: "a" } }),
      unsubscribe: () => {
        if (this.endpoint === endpoint) this.endpoint = undefined;
        return Promise.resolve(true);
      },
    };
  }
}
