package dev.shopbell.cli;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shopbell.Notifier;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.templates.StockTemplates;
import dev.shopbell.testkit.Behaviour;
import dev.shopbell.testkit.ScriptedGateway;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two stores, three events, three ways to be the sender. Mail goes to SMTP servers of the demo's
 * own, text messages to a gateway of its own, by the same transports that a platform uses. What was
 * sent before, in another process, has its key in the outbox and is not sent again.
 */
final class Demo implements AutoCloseable {
  private static final DomainName BRAND = DomainName.of("leafandclay.example");

  private final GreenMail relay = smtpServer();
  private final GreenMail ownServer = smtpServer();
  private final ScriptedGateway gateway =
      ScriptedGateway.start("acme-sms")
          .option("tls", "none")
          .answers(Behaviour.ACCEPT, 200, "ok id=demo segments=1");
  private final Map<StoreId, Store> stores = new ConcurrentHashMap<>();
  private final DemoReport report;
  private final DemoDomain brand;
  private final Notifier notifier;

  Demo(Optional<String> smtp, DemoPast past, LetterFolder letters, DemoReport report) {
    this.report = report;
    this.brand = new DemoDomain(BRAND, report);
    stores.put(DemoStores.TEA, DemoStores.tea());
    stores.put(DemoStores.CLAY, DemoStores.clay());
    relay.start();
    ownServer.start();
    report.chapter("A shop brings its own domain. What the world sees of it:");
    Store clay = DemoStores.clay();
    SendingDomains domains = brand.verify(clay.id(), clay.mailboxes().contact());
    if (past.waits("order.shipped")) {
      takeOwnServer();
    }
    notifier =
        Notifier.builder(
                id -> Optional.ofNullable(stores.get(id)),
                StockTemplates.types(),
                StockTemplates.catalog())
            .platform(PlatformSender.of("notify@mail.platform.example"))
            .domains(domains)
            .deliveries(past.outbox())
            .transportFactory(new KeptLetters(letters, past.outbox(), smtp.isEmpty()))
            .transport(smtp.orElseGet(() -> uri(relay)))
            .transport(uri(gateway.endpoint()))
            .listener(report)
            .workers(0)
            .build();
  }

  /** Tells the story, and returns what was not delivered. */
  List<Delivery> run() {
    report.chapter("Orders placed: one shop on a public mailbox, one on its own verified domain.");
    sendToAll("order.placed");
    report.chapter("Orders paid: the shops' admins are told too, each by a letter of their own.");
    sendToAll("order.paid");
    report.chapter("The tea shop sets up its own mail server. Orders shipped, from there at once:");
    takeOwnServer();
    sendToAll("order.shipped");
    return notifier.close(Duration.ofSeconds(5));
  }

  private void takeOwnServer() {
    Store tea = DemoStores.tea();
    NotificationMailbox own =
        new NotificationMailbox(
            EmailAddress.of("orders@anjitea.example"), Endpoint.parse(uri(ownServer)));
    stores.put(tea.id(), tea.toBuilder().mailboxes(tea.mailboxes().withNotification(own)).build());
  }

  @Override
  public void close() {
    notifier.close();
    brand.close();
    gateway.close();
    relay.stop();
    ownServer.stop();
  }

  private void sendToAll(String event) {
    int before = report.attempts();
    send(DemoStores.TEA, event, DemoStores.lin(), "SO-1001", "林悦");
    send(DemoStores.TEA, event, DemoStores.chen(), "SO-1002", "陈默");
    send(DemoStores.CLAY, event, DemoStores.maya(), "SO-2001", "Maya");
    notifier.dispatch();
    if (report.attempts() == before) {
      boolean done = notifier.backlog().pending() == 0;
      report.remark(done ? "All of it was sent before." : "Nothing of it is due now.");
    }
  }

  private void send(StoreId store, String event, Recipient buyer, String order, String name) {
    Map<String, Object> data =
        new HashMap<>(
            StockTemplates.sample(event, Objects.requireNonNull(stores.get(store)).locale()));
    data.put("orderNumber", order);
    data.put("name", name);
    notifier.send(store, Notification.of(event, buyer, data).key(event + ":" + order).about(order));
  }

  private static GreenMail smtpServer() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMail server = new GreenMail(setup);
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    return server;
  }

  private static String uri(GreenMail server) {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=none";
  }

  private static String uri(Endpoint gateway) {
    return "%s://%s:%s@%s:%s?tls=none"
        .formatted(
            gateway.scheme(),
            gateway.user(),
            gateway.credential().reveal(),
            gateway.host(),
            gateway.port());
  }
}
